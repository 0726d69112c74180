package io.parvis.engagement.coupon.write.imports;

import io.parvis.eventing.command.Refusal;
import java.util.Map;

/** A pool's stock stays small enough to be read at every decision. */
class CouponPoolIsFull extends Refusal {

    CouponPoolIsFull(int room) {
        super(
                "The pool cannot hold as many codes",
                "It has room for " + room + "; put the others into another pool.",
                Map.of("room", room));
    }
}
