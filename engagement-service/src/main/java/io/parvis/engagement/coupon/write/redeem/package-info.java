/** Using a code up. */
@NullMarked
package io.parvis.engagement.coupon.write.redeem;

import org.jspecify.annotations.NullMarked;
