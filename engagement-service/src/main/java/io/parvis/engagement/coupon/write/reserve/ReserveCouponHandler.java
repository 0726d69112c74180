package io.parvis.engagement.coupon.write.reserve;

import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@Singleton
class ReserveCouponHandler implements Decider<ReserveCoupon, CouponPool> {

    @Override
    public Boundary boundary(ReserveCoupon command) {
        return Boundary.of(
                CouponPool.of(command.couponPoolId()),
                BrandGuard.life(command.brandId()),
                FanGuard.life(command.fanId()));
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
    public List<CouponReserved> decide(ReserveCoupon command, CouponPool pool, Instant now) {
        var settings = pool.ofBrand(command.brandId());
        FanGuard.mustBeFanOf(command.brandId(), pool.fan());
        BrandGuard.mustBeActive(pool.brand());
        pool.mustBeValid(command.brandId(), now);
        int number = pool.stock().next().orElseThrow(CouponPoolIsEmpty::new);
        return List.of(new CouponReserved(
                command.reservationId(),
                command.couponPoolId(),
                command.brandId(),
                number,
                command.fanId(),
                expiresAt(settings, now),
                pool.stock().reserve(number)));
    }

    /** In microseconds, as the list of what is due keeps it. */
    private static Instant expiresAt(CouponPoolCreated settings, Instant now) {
        var ends = now.plus(settings.reservationWindow());
        var over = settings.validUntil();
        return (over != null && over.isBefore(ends) ? over : ends).truncatedTo(ChronoUnit.MICROS);
    }
}
