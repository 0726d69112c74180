package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan did not use a code in time.
 *
 * @param stock what the pool has with it
 */
@Event(namespace = "engagement", name = "CouponReturned", version = "1")
public record CouponReturned(
        CouponReservationId reservationId,
        @EventTag(key = CouponTags.STOCK) CouponPoolId couponPoolId,
        BrandId brandId,
        int number,
        Stock stock) {

    @EventTag(key = CouponTags.COUPON)
    String coupon() {
        return CouponTags.couponValue(couponPoolId, number);
    }
}
