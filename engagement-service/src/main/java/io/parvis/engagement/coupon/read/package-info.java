/** Coupon pools, and how many codes each has. */
@NullMarked
package io.parvis.engagement.coupon.read;

import org.jspecify.annotations.NullMarked;
