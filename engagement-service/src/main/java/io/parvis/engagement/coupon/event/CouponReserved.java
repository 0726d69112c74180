package io.parvis.engagement.coupon.event;

import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
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
        String reservationId,
        @EventTag(key = CouponTags.STOCK) String couponPoolId,
        String brandId,
        int number,
        String fanId,
        Instant expiresAt,
        Stock stock) {

    @EventTag(key = CouponTags.COUPON)
    String coupon() {
        return CouponTags.couponValue(couponPoolId, number);
    }
}
