package io.parvis.engagement.coupon.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pool: imported = free + reserved + redeemed. No code of it. */
@Schema(name = "CouponPool")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CouponPoolSummary(
        String couponPoolId,
        String name,
        Duration reservationWindow,
        @Nullable Instant validUntil,
        int imported,
        int free,
        int reserved,
        int redeemed) {}
