package io.parvis.engagement.coupon.write.giveback;

import static io.parvis.engagement.coupon.write.CouponFacts.redeemed;
import static io.parvis.engagement.coupon.write.CouponFacts.reserved;
import static io.parvis.engagement.coupon.write.CouponFacts.returned;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A reservation's time comes late, early or twice. */
class ReturnCouponTest {

    private static final CouponPoolId POOL = new CouponPoolId("p1");
    private static final FanId FAN = new FanId("f1");

    private static final Instant DUE = Instant.parse("2026-07-04T10:00:00Z");
    private static final Stock ONE_RESERVED = Stock.EMPTY.add(1).reserve(0);
    private static final Stock ONE_GIVEN_BACK = ONE_RESERVED.giveBack(0);
    private static final Stock BOTH_RESERVED = Stock.EMPTY.add(2).reserve(0).reserve(1);
    private static final ReturnCoupon RETURN = new ReturnCoupon(POOL, 0, DUE);

    @Test
    void givesBackThoughThisClockIsBehind() {
        decider(new ReturnCouponHandler())
                .given(reserved(FAN, DUE, ONE_RESERVED))
                .at(DUE.minusSeconds(5))
                .when(RETURN)
                .then(returned(ONE_GIVEN_BACK));
    }

    @Test
    void givesBackIntoTheStockThatOtherCouponsLeave() {
        decider(new ReturnCouponHandler())
                .given(
                        reserved(FAN, DUE, Stock.EMPTY.add(2).reserve(0)),
                        new CouponReserved(
                                new CouponReservationId("r2"),
                                POOL,
                                new BrandId("b1"),
                                1,
                                new FanId("f2"),
                                DUE.plusSeconds(60),
                                BOTH_RESERVED))
                .at(DUE)
                .when(RETURN)
                .then(returned(BOTH_RESERVED.giveBack(0)));
    }

    @Test
    void givesBackOnce() {
        decider(new ReturnCouponHandler())
                .given(reserved(FAN, DUE, ONE_RESERVED), returned(ONE_GIVEN_BACK))
                .at(DUE)
                .when(RETURN)
                .thenNothing();
    }

    @Test
    void leavesWhatWasRedeemed() {
        decider(new ReturnCouponHandler())
                .given(
                        reserved(FAN, DUE, ONE_RESERVED),
                        redeemed(FAN, DUE.minusSeconds(1), ONE_RESERVED.redeem(0, true)))
                .at(DUE)
                .when(RETURN)
                .thenNothing();
    }

    @Test
    void leavesWhatWasReservedAnewSince() {
        decider(new ReturnCouponHandler())
                .given(
                        reserved(FAN, DUE, ONE_RESERVED),
                        returned(ONE_GIVEN_BACK),
                        reserved(FAN, DUE.plusSeconds(60), ONE_RESERVED))
                .at(DUE)
                .when(RETURN)
                .thenNothing();
    }
}
