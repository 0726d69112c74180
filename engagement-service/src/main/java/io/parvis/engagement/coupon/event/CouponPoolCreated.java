package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A brand has coupons to give.
 *
 * @param reservationWindow how long a fan's code is held
 * @param validUntil from when on no code is given or redeemed; never where absent
 */
@Event(namespace = "engagement", name = "CouponPoolCreated", version = "1")
public record CouponPoolCreated(
        @EventTag(key = CouponTags.POOL) @EventTag(key = CouponTags.STOCK)
        CouponPoolId couponPoolId,

        @EventTag(key = "brand") BrandId brandId,
        String name,
        Duration reservationWindow,
        @Nullable Instant validUntil) {}
