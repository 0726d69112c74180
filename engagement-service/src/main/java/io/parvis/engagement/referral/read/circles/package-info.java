/** How far a campaign has spread. */
@NullMarked
package io.parvis.engagement.referral.read.circles;

import org.jspecify.annotations.NullMarked;
