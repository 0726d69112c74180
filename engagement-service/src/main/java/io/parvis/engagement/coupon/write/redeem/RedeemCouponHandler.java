package io.parvis.engagement.coupon.write.redeem;

import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.coupon.CouponLife;
import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an archived brand promised is kept: a code that is held for a fan can still be used. */
@Singleton
class RedeemCouponHandler implements Decider<RedeemCoupon, CouponPool> {

    @Override
    public Boundary boundary(RedeemCoupon command) {
        var pool = CouponPool.of(command.couponPoolId());
        var coupon = CouponPool.coupon(command.couponPoolId(), command.number());
        var brand = BrandGuard.life(command.brandId());
        return command.fanId() == null
                ? Boundary.of(pool, coupon, brand)
                : Boundary.of(pool, coupon, brand, FanGuard.life(command.fanId()));
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
    public List<CouponRedeemed> decide(RedeemCoupon command, CouponPool pool, Instant now) {
        pool.ofBrand(command.brandId());
        if (command.fanId() != null) {
            FanGuard.mustBeFanOf(command.brandId(), pool.fan());
        }
        var life = pool.coupon(command.number());
        if (life.redeemedAt() != null) {
            throw new CouponAlreadyRedeemed(life.redeemedAt());
        }
        pool.mustBeValid(command.brandId(), now);
        if (life.wasShown()) {
            mustBeHeldFor(command.fanId(), life, now);
        } else {
            BrandGuard.mustBeActive(pool.brand());
        }
        var held = life.reserved();
        return List.of(new CouponRedeemed(
                command.couponPoolId(),
                command.brandId(),
                command.number(),
                held == null ? command.fanId() : held.fanId(),
                now,
                pool.stock().redeem(command.number(), held != null)));
    }

    /** Whoever once saw a code could use it later, while it is promised to nobody or to somebody else. */
    private static void mustBeHeldFor(@Nullable FanId fanId, CouponLife life, Instant now) {
        var held = life.reserved();
        if (held == null || !now.isBefore(held.expiresAt())) {
            throw new CouponReservationExpired();
        }
        if (fanId != null && !fanId.equals(held.fanId())) {
            throw new CouponReservedForAnother();
        }
    }
}
