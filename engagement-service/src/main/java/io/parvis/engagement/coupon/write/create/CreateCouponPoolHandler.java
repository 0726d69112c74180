package io.parvis.engagement.coupon.write.create;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class CreateCouponPoolHandler implements Decider<CreateCouponPool, BrandLife> {

    @Override
    public Boundary boundary(CreateCouponPool command) {
        return Boundary.reading(BrandGuard.life(command.brandId()));
    }

    @Override
    public BrandLife initial() {
        return BrandLife.UNKNOWN;
    }

    @Override
    public BrandLife evolve(BrandLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public List<CouponPoolCreated> decide(CreateCouponPool command, BrandLife life, Instant now) {
        BrandGuard.mustBeActive(life);
        return List.of(new CouponPoolCreated(
                command.couponPoolId(),
                command.brandId(),
                command.name(),
                command.reservationWindow(),
                command.validUntil()));
    }
}
