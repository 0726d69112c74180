package io.parvis.engagement.coupon;

import io.parvis.engagement.coupon.event.CouponReserved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one coupon.
 *
 * @param reserved for whom it is held; null where for nobody
 * @param wasShown whether somebody was given the code once
 * @param redeemedAt null until it is used
 */
public record CouponLife(
        @Nullable CouponReserved reserved,
        boolean wasShown,
        @Nullable Instant redeemedAt) {

    static final CouponLife NEW = new CouponLife(null, false, null);
}
