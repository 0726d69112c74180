package io.parvis.engagement.coupon;

import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsImported;
import io.parvis.engagement.coupon.event.CouponsStocked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One sample of each event of coupons. */
public final class CouponSamples {

    private CouponSamples() {}

    public static List<Object> events() {
        var stock = new Stock(2, 1, 0, "YwQA");
        return List.of(
                new CouponPoolCreated(
                        "p1", "b1", "Ten euros off", Duration.ofDays(2), Instant.parse("2026-12-31T23:00:00Z")),
                new CouponsImported(
                        "p1",
                        "b1",
                        100,
                        List.of(new CouponsImported.Code("h1", "AQ=="), new CouponsImported.Code("h2", "Ag==")),
                        "k1"),
                new CouponsStocked("p1", "b1", 2, stock),
                new CouponReserved("r1", "p1", "b1", 0, "f1", Instant.parse("2026-07-06T10:00:00Z"), stock),
                new CouponReturned("r1", "p1", "b1", 0, stock),
                new CouponRedeemed("p1", "b1", 0, "f1", Instant.parse("2026-07-05T10:00:00Z"), stock));
    }
}
