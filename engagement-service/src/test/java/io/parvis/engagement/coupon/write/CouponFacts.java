package io.parvis.engagement.coupon.write;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.engagement.id.FanId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to pool p1 of brand b1 and to its coupon number 0, each with the stock that it leaves. */
public final class CouponFacts {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CouponPoolId POOL = new CouponPoolId("p1");
    private static final CouponReservationId RESERVATION = new CouponReservationId("r1");

    public static final Instant NOW = Instant.parse("2026-07-04T10:00:00Z");
    public static final Instant OVER = NOW.plus(Duration.ofDays(30));

    private CouponFacts() {}

    /** A code is held for a day. */
    public static CouponPoolCreated pool() {
        return new CouponPoolCreated(POOL, BRAND, "Ten euros off", Duration.ofDays(1), OVER);
    }

    public static CouponsStocked stocked(int codes) {
        return new CouponsStocked(POOL, BRAND, codes, Stock.EMPTY.add(codes));
    }

    public static CouponReserved reserved(FanId fanId, Instant until, Stock stock) {
        return new CouponReserved(RESERVATION, POOL, BRAND, 0, fanId, until, stock);
    }

    public static CouponReturned returned(Stock stock) {
        return new CouponReturned(RESERVATION, POOL, BRAND, 0, stock);
    }

    public static CouponRedeemed redeemed(@Nullable FanId fanId, Instant at, Stock stock) {
        return new CouponRedeemed(POOL, BRAND, 0, fanId, at, stock);
    }
}
