package io.parvis.engagement.coupon.write.redeem;

import io.parvis.eventing.command.Refusal;
import java.time.Instant;
import java.util.Map;

/** Each code is used once. */
class CouponAlreadyRedeemed extends Refusal {

    CouponAlreadyRedeemed(Instant redeemedAt) {
        super(
                "The code was used already",
                "It was redeemed at " + redeemedAt + ".",
                Map.of("redeemedAt", redeemedAt.toString()));
    }
}
