package io.parvis.engagement.coupon.write.imports;

import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.CouponTags;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** That the codes are new was found out before: it still holds where the pool has as many codes as then. */
@Singleton
class ImportCouponsHandler implements Decider<ImportCoupons, CouponPool> {

    @Override
    public Boundary boundary(ImportCoupons command) {
        return Boundary.of(CouponPool.of(command.couponPoolId()), BrandGuard.life(command.brandId()));
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
    public List<Object> decide(ImportCoupons command, CouponPool pool, Instant now) {
        pool.ofBrand(command.brandId());
        BrandGuard.mustBeActive(pool.brand());
        pool.mustBeValid(command.brandId(), now);
        int first = pool.stock().imported();
        if (first != command.known()) {
            throw new CouponImportOvertaken();
        }
        int count = command.codes().size();
        if (count == 0) {
            return List.of();
        }
        if (count > Stock.MOST - first) {
            throw new CouponPoolIsFull(Stock.MOST - first);
        }
        var events = new ArrayList<>(imports(command, first));
        events.add(new CouponsStocked(
                command.couponPoolId(), command.brandId(), count, pool.stock().add(count)));
        return List.copyOf(events);
    }

    /** One event per block that the numbers lie in. */
    private static List<Object> imports(ImportCoupons command, int first) {
        var events = new ArrayList<Object>();
        var codes = command.codes();
        int done = 0;
        while (done < codes.size()) {
            int number = first + done;
            int leftInBlock = CouponTags.BLOCK_SIZE - number % CouponTags.BLOCK_SIZE;
            int end = Math.min(codes.size(), done + leftInBlock);
            events.add(new CouponsImported(
                    command.couponPoolId(),
                    command.brandId(),
                    number,
                    List.copyOf(codes.subList(done, end)),
                    command.keyId()));
            done = end;
        }
        return events;
    }
}
