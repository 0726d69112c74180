package io.parvis.engagement.coupon.write.redeem;

import io.parvis.eventing.command.Refusal;

/** A code is held for a fan until a time that the fan was told. */
class CouponReservationExpired extends Refusal {

    CouponReservationExpired() {
        super("The code is not reserved any more", "It went back into the pool.");
    }
}
