package io.parvis.engagement.coupon.write.reserve;

import io.parvis.eventing.command.Refusal;

/** Each code is given to one fan at a time. */
class CouponPoolIsEmpty extends Refusal {

    CouponPoolIsEmpty() {
        super("The pool has no free code", "All are reserved or redeemed, or none was imported yet.");
    }
}
