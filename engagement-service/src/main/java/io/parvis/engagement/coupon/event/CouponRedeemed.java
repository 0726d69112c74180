package io.parvis.engagement.coupon.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A code was used. Nobody uses it again.
 *
 * @param fanId for whom it was reserved, or who is said to have used it; absent where nobody was named
 * @param stock what the pool has with it
 */
@Event(namespace = "engagement", name = "CouponRedeemed", version = "1")
public record CouponRedeemed(
        @EventTag(key = CouponTags.STOCK) CouponPoolId couponPoolId,
        BrandId brandId,
        int number,
        @Nullable FanId fanId,
        Instant redeemedAt,
        Stock stock) {

    @EventTag(key = CouponTags.COUPON)
    String coupon() {
        return CouponTags.couponValue(couponPoolId, number);
    }
}
