/** A fan who came through somebody became a customer. */
@NullMarked
package io.parvis.engagement.referral.write.convert;

import org.jspecify.annotations.NullMarked;
