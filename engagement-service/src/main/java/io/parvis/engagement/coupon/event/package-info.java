/** What happened to coupons: the log's format. */
@NullMarked
package io.parvis.engagement.coupon.event;

import org.jspecify.annotations.NullMarked;
