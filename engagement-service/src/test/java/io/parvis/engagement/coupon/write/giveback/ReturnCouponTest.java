package io.parvis.engagement.coupon.write.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponRedeemed;
import io.parvis.engagement.coupon.event.CouponReserved;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A reservation's time comes late, early or twice. */
class ReturnCouponTest {

    private static final Instant DUE = Instant.parse("2026-07-04T10:00:00Z");

    private final ReturnCouponHandler handler = new ReturnCouponHandler();
    private CouponPool pool = CouponPool.UNKNOWN.evolve(reserved(DUE));

    @Test
    void givesBackThoughThisClockIsBehind() {
        returned(DUE.minusSeconds(5));

        assertThat(pool.stock().free()).isEqualTo(1);
    }

    @Test
    void givesBackOnce() {
        returned(DUE);

        assertThat(handler.decide(new ReturnCoupon("p1", 0, DUE), pool, DUE)).isEmpty();
    }

    @Test
    void leavesWhatWasRedeemed() {
        pool = pool.evolve(new CouponRedeemed(
                "p1", "b1", 0, "f1", DUE.minusSeconds(1), pool.stock().redeem(0, true)));

        assertThat(handler.decide(new ReturnCoupon("p1", 0, DUE), pool, DUE)).isEmpty();
    }

    @Test
    void leavesWhatWasReservedAnewSince() {
        pool = pool.evolve(reserved(DUE.plusSeconds(60)));

        assertThat(handler.decide(new ReturnCoupon("p1", 0, DUE), pool, DUE)).isEmpty();
    }

    private static CouponReserved reserved(Instant until) {
        return new CouponReserved(
                "r1", "p1", "b1", 0, "f1", until, Stock.EMPTY.add(1).reserve(0));
    }

    private void returned(Instant now) {
        handler.decide(new ReturnCoupon("p1", 0, DUE), pool, now).forEach(event -> pool = pool.evolve(event));
    }
}
