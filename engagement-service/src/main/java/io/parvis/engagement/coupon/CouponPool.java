package io.parvis.engagement.coupon;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.engagement.fan.FanLife;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.command.ResourceType.Resource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decisions on coupons know.
 *
 * @param fan whom the decision is about; unknown where it is about none
 * @param coupons what became of single coupons, as far as the decision reads them
 */
public record CouponPool(
        BrandLife brand,
        @Nullable CouponPoolCreated created,
        Stock stock,
        FanLife fan,
        Map<Integer, CouponLife> coupons) {

    public static final CouponPool UNKNOWN =
            new CouponPool(BrandLife.UNKNOWN, null, Stock.EMPTY, FanLife.UNKNOWN, Map.of());

    /** A pool that commands change: how many codes of it are free changes with most of them. */
    public static final ResourceType POOL = ResourceType.tagged(
            CouponTags.STOCK,
            CouponPoolCreated.class,
            CouponsStocked.class,
            CouponReserved.class,
            CouponReturned.class,
            CouponRedeemed.class);

    public static Resource of(CouponPoolId couponPoolId) {
        return POOL.of(couponPoolId.value(), stock(couponPoolId), settings(couponPoolId));
    }

    /** Which numbers are free. */
    private static Criterion stock(CouponPoolId couponPoolId) {
        return Criterion.latest(
                CouponTags.stock(couponPoolId),
                CouponsStocked.class,
                CouponReserved.class,
                CouponReturned.class,
                CouponRedeemed.class);
    }

    private static Criterion settings(CouponPoolId couponPoolId) {
        return Criterion.tagged(CouponTags.pool(couponPoolId), CouponPoolCreated.class);
    }

    public static Criterion coupon(CouponPoolId couponPoolId, int number) {
        return Criterion.tagged(
                CouponTags.coupon(couponPoolId, number),
                CouponReserved.class,
                CouponReturned.class,
                CouponRedeemed.class);
    }

    public CouponPool evolve(Object event) {
        return switch (event) {
            case CouponPoolCreated pool -> new CouponPool(brand, pool, stock, fan, coupons);
            case CouponsStocked stocked -> with(stocked.stock());
            case CouponReserved reserved ->
                with(reserved.stock()).with(reserved.number(), new CouponLife(reserved, true, null));
            case CouponReturned returned ->
                with(returned.stock()).with(returned.number(), new CouponLife(null, true, null));
            case CouponRedeemed redeemed ->
                with(redeemed.stock()).with(redeemed.number(), new CouponLife(null, true, redeemed.redeemedAt()));
            case BrandRegistered registered -> new CouponPool(brand.evolve(registered), created, stock, fan, coupons);
            case BrandArchived archived -> new CouponPool(brand.evolve(archived), created, stock, fan, coupons);
            default -> new CouponPool(brand, created, stock, fan.evolve(event), coupons);
        };
    }

    private CouponPool with(Stock now) {
        return new CouponPool(brand, created, now, fan, coupons);
    }

    private CouponPool with(int number, CouponLife life) {
        var lives = new HashMap<>(coupons);
        lives.put(number, life);
        return new CouponPool(brand, created, stock, fan, Map.copyOf(lives));
    }

    /** What became of a coupon that the decision reads. */
    public CouponLife coupon(int number) {
        return coupons.getOrDefault(number, CouponLife.NEW);
    }

    /** @throws NotFound where the brand has no such pool */
    public CouponPoolCreated ofBrand(BrandId brandId) {
        if (created == null || !created.brandId().equals(brandId)) {
            throw new NotFound("coupon-pool");
        }
        return created;
    }

    /** @throws CouponPoolIsOver where its codes are worth nothing any more */
    public void mustBeValid(BrandId brandId, Instant now) {
        var until = ofBrand(brandId).validUntil();
        if (until != null && !now.isBefore(until)) {
            throw new CouponPoolIsOver(until);
        }
    }
}
