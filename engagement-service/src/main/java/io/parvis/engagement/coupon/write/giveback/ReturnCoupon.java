package io.parvis.engagement.coupon.write.giveback;

import java.time.Instant;

record ReturnCoupon(String couponPoolId, int number, Instant dueAt) {}
