/** Giving a fan a code. */
@NullMarked
package io.parvis.engagement.coupon.write.reserve;

import org.jspecify.annotations.NullMarked;
