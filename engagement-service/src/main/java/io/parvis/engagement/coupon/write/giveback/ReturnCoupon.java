package io.parvis.engagement.coupon.write.giveback;

import io.parvis.engagement.coupon.CouponPoolId;
import java.time.Instant;

record ReturnCoupon(CouponPoolId couponPoolId, int number, Instant dueAt) {}
