/** Where a campaign's share links lead. */
@NullMarked
package io.parvis.engagement.referral.read.landing;

import org.jspecify.annotations.NullMarked;
