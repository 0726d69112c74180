package io.parvis.engagement.coupon.write.giveback;

import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Late or twice is fine: what was redeemed, or reserved anew, stays as it is. */
@Singleton
class ReturnCouponHandler implements Decider<ReturnCoupon, CouponPool> {

    @Override
    public Boundary boundary(ReturnCoupon command) {
        return Boundary.of(
                CouponPool.of(command.couponPoolId()), CouponPool.coupon(command.couponPoolId(), command.number()));
    }

    @Override
    public CouponPool initial() {
        return CouponPool.UNKNOWN;
    }

    @Override
    public CouponPool evolve(CouponPool pool, Object event) {
        return pool.evolve(event);
    }

    @Override
    public List<CouponReturned> decide(ReturnCoupon command, CouponPool pool, Instant now) {
        var held = pool.coupon(command.number()).reserved();
        if (held == null || held.expiresAt().isAfter(command.dueAt())) {
            return List.of();
        }
        return List.of(new CouponReturned(
                held.reservationId(),
                held.couponPoolId(),
                held.brandId(),
                held.number(),
                pool.stock().giveBack(held.number())));
    }
}
