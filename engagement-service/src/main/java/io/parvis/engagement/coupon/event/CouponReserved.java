package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan was given a code.
 *
 * @param expiresAt when it goes back
 * @param stock what the pool has with it
 */
@Event(namespace = "engagement", name = "CouponReserved", version = "1")
public record CouponReserved(
        CouponReservationId reservationId,
        @EventTag(key = CouponTags.STOCK) CouponPoolId couponPoolId,
        BrandId brandId,
        int number,
        FanId fanId,
        Instant expiresAt,
        Stock stock) {

    @EventTag(key = CouponTags.COUPON)
    String coupon() {
        return CouponTags.couponValue(couponPoolId, number);
    }
}
