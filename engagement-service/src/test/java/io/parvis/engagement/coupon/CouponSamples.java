package io.parvis.engagement.coupon;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.engagement.id.FanId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One sample of each event of coupons. */
public final class CouponSamples {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CouponPoolId POOL = new CouponPoolId("p1");
    private static final CouponReservationId RESERVATION = new CouponReservationId("r1");
    private static final FanId FAN = new FanId("f1");

    private CouponSamples() {}

    public static List<Object> events() {
        var stock = new Stock(2, 1, 0, "YwQA");
        return List.of(
                new CouponPoolCreated(
                        POOL, BRAND, "Ten euros off", Duration.ofDays(2), Instant.parse("2026-12-31T23:00:00Z")),
                new CouponsImported(
                        POOL,
                        BRAND,
                        100,
                        List.of(new CouponsImported.Code("h1", "AQ=="), new CouponsImported.Code("h2", "Ag==")),
                        "k1"),
                new CouponsStocked(POOL, BRAND, 2, stock),
                new CouponReserved(RESERVATION, POOL, BRAND, 0, FAN, Instant.parse("2026-07-06T10:00:00Z"), stock),
                new CouponReturned(RESERVATION, POOL, BRAND, 0, stock),
                new CouponRedeemed(POOL, BRAND, 0, FAN, Instant.parse("2026-07-05T10:00:00Z"), stock));
    }
}
