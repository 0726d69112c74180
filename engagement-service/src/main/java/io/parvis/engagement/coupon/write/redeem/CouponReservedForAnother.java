package io.parvis.engagement.coupon.write.redeem;

import io.parvis.eventing.command.Refusal;

/** A code is one fan's while it is reserved. */
class CouponReservedForAnother extends Refusal {

    CouponReservedForAnother() {
        super("The code is reserved for another fan", "Nobody else can use it until the reservation expires.");
    }
}
