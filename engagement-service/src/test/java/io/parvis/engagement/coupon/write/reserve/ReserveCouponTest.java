package io.parvis.engagement.coupon.write.reserve;

import static io.parvis.engagement.coupon.write.CouponFacts.NOW;
import static io.parvis.engagement.coupon.write.CouponFacts.OVER;
import static io.parvis.engagement.coupon.write.CouponFacts.pool;
import static io.parvis.engagement.coupon.write.CouponFacts.redeemed;
import static io.parvis.engagement.coupon.write.CouponFacts.reserved;
import static io.parvis.engagement.coupon.write.CouponFacts.stocked;
import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.CouponPoolId;
import io.parvis.engagement.coupon.CouponPoolIsOver;
import io.parvis.engagement.coupon.CouponReservationId;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.id.FanId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReserveCouponTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CouponPoolId POOL = new CouponPoolId("p1");
    private static final CouponReservationId RESERVATION = new CouponReservationId("r1");
    private static final FanId FAN = new FanId("f1");

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final ReserveCoupon RESERVE = new ReserveCoupon(RESERVATION, POOL, BRAND, FAN);

    @Test
    void holdsAFreeCodeForTheFan() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(1))
                .at(NOW)
                .when(RESERVE)
                .then(reserved(FAN, NOW.plus(A_DAY), Stock.EMPTY.add(1).reserve(0)));
    }

    @Test
    void givesEachCodeToOneFan() {
        var stock = Stock.EMPTY.add(2).reserve(0);

        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(2), reserved(new FanId("f2"), NOW.plus(A_DAY), stock))
                .at(NOW)
                .when(RESERVE)
                .then(new CouponReserved(RESERVATION, POOL, BRAND, 1, FAN, NOW.plus(A_DAY), stock.reserve(1)));
    }

    @Test
    void holdsNoCodeBeyondTheEndOfThePool() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(1))
                .at(OVER.minusSeconds(60))
                .when(RESERVE)
                .then(reserved(FAN, OVER, Stock.EMPTY.add(1).reserve(0)));
    }

    @Test
    void hasNoneWhereAllAreUsedUp() {
        decider(new ReserveCouponHandler())
                .given(
                        brand(),
                        fan(),
                        pool(),
                        stocked(1),
                        redeemed(null, NOW, Stock.EMPTY.add(1).redeem(0, false)))
                .at(NOW)
                .when(RESERVE)
                .thenRefused(CouponPoolIsEmpty.class);
    }

    @Test
    void givesNothingFromTheEndOfThePoolOn() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(1))
                .at(OVER)
                .when(RESERVE)
                .thenRefused(CouponPoolIsOver.class);
    }

    @Test
    void givesNothingInTheNameOfAnArchivedBrand() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(1), new BrandArchived(BRAND))
                .at(NOW)
                .when(RESERVE)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoErasedFan() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan(), pool(), stocked(1), ERASED)
                .at(NOW)
                .when(RESERVE)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoPoolThatWasNeverSetUp() {
        decider(new ReserveCouponHandler())
                .given(brand(), fan())
                .at(NOW)
                .when(RESERVE)
                .thenRefused(NotFound.class);
    }
}
