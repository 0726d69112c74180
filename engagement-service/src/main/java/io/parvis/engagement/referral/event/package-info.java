/** What the log keeps of referrals. */
@NullMarked
package io.parvis.engagement.referral.event;

import org.jspecify.annotations.NullMarked;
