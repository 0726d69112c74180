/** Saying where a campaign's share links lead. */
@NullMarked
package io.parvis.engagement.referral.write.landing;

import org.jspecify.annotations.NullMarked;
