package io.parvis.engagement.coupon;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;
import java.util.Map;

/** A pool's codes are worth something until a day that the brand named. */
public class CouponPoolIsOver extends Refusal {

    CouponPoolIsOver(Instant validUntil) {
        super(
                "The coupons are no longer valid",
                "They were until " + validUntil + ".",
                Map.of("validUntil", validUntil.toString()));
    }
}
