package io.parvis.engagement.coupon.write.create;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record CreateCouponPool(
        String couponPoolId,
        String brandId,
        String name,
        Duration reservationWindow,
        @Nullable Instant validUntil) {}
