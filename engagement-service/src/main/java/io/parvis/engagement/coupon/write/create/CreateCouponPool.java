package io.parvis.engagement.coupon.write.create;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record CreateCouponPool(
        CouponPoolId couponPoolId,
        BrandId brandId,
        String name,
        Duration reservationWindow,
        @Nullable Instant validUntil) {}
