/** Asking for a fan's share link to a campaign. */
@NullMarked
package io.parvis.engagement.referral.write.share;

import org.jspecify.annotations.NullMarked;
