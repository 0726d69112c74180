/** What follows from a fan becoming a customer. */
@NullMarked
package io.parvis.engagement.referral.automation;

import org.jspecify.annotations.NullMarked;
