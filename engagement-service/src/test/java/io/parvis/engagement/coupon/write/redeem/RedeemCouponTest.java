package io.parvis.engagement.coupon.write.redeem;

import static io.parvis.engagement.coupon.write.CouponFacts.NOW;
import static io.parvis.engagement.coupon.write.CouponFacts.OVER;
import static io.parvis.engagement.coupon.write.CouponFacts.pool;
import static io.parvis.engagement.coupon.write.CouponFacts.redeemed;
import static io.parvis.engagement.coupon.write.CouponFacts.reserved;
import static io.parvis.engagement.coupon.write.CouponFacts.returned;
import static io.parvis.engagement.coupon.write.CouponFacts.stocked;
import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedeemCouponTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final CouponPoolId POOL = new CouponPoolId("p1");
    private static final FanId FAN = new FanId("f1");
    private static final FanId ANOTHER_FAN = new FanId("f2");

    private static final Stock BOTH_FREE = Stock.EMPTY.add(2);
    private static final Stock ONE_RESERVED = BOTH_FREE.reserve(0);
    private static final List<Object> POOL_OF_TWO = List.of(brand(), fan(), pool(), stocked(2));

    @Test
    void usesUpWhatNobodyReserved() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .at(NOW)
                .when(redeemBy(null))
                .then(redeemed(null, NOW, BOTH_FREE.redeem(0, false)));
    }

    @Test
    void refusesASecondTimeAndSaysWhenTheFirstWas() {
        var refusal = decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(redeemed(null, NOW, BOTH_FREE.redeem(0, false)))
                .at(NOW.plusSeconds(60))
                .when(redeemBy(null))
                .thenRefused(CouponAlreadyRedeemed.class);

        assertThat(refusal.more()).containsEntry("redeemedAt", NOW.toString());
    }

    @Test
    void usesUpWhatIsReservedAndCountsItOnce() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(reservedFor(FAN))
                .at(NOW)
                .when(redeemBy(FAN))
                .then(redeemed(FAN, NOW, new Stock(2, 0, 1, ONE_RESERVED.taken())));
    }

    @Test
    void usesUpWhatIsReservedThoughOtherCouponsMovedTheStockSince() {
        var both = ONE_RESERVED.reserve(1);

        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(
                        reservedFor(FAN),
                        new CouponReserved(new CouponReservationId("r2"), POOL, BRAND, 1, ANOTHER_FAN, OVER, both))
                .at(NOW)
                .when(redeemBy(FAN))
                .then(redeemed(FAN, NOW, both.redeem(0, true)));
    }

    @Test
    void usesUpForTheHolderWhereNobodyIsNamed() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(reservedFor(ANOTHER_FAN))
                .at(NOW)
                .when(redeemBy(null))
                .then(redeemed(ANOTHER_FAN, NOW, ONE_RESERVED.redeem(0, true)));
    }

    @Test
    void refusesAnotherFanThanTheHolder() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(reservedFor(ANOTHER_FAN))
                .at(NOW)
                .when(redeemBy(FAN))
                .thenRefused(CouponReservedForAnother.class);
    }

    @Test
    void refusesAtTheInstantTheReservationExpiresThoughNobodyReturnedItYet() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(reservedFor(FAN))
                .at(NOW.plus(Duration.ofDays(1)))
                .when(redeemBy(FAN))
                .thenRefused(CouponReservationExpired.class);
    }

    @Test
    void refusesWhoeverStillKnowsACodeThatWentBack() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(reservedFor(FAN), returned(ONE_RESERVED.giveBack(0)))
                .at(NOW)
                .when(redeemBy(null))
                .thenRefused(CouponReservationExpired.class);
    }

    @Test
    void refusesFromTheEndOfThePoolOn() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .at(OVER)
                .when(redeemBy(null))
                .thenRefused(CouponPoolIsOver.class);
    }

    @Test
    void usesUpNothingNewInTheNameOfAnArchivedBrand() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(new BrandArchived(BRAND))
                .at(NOW)
                .when(redeemBy(null))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void keepsTheWordOfAnArchivedBrand() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(new BrandArchived(BRAND), reservedFor(FAN))
                .at(NOW)
                .when(redeemBy(FAN))
                .then(redeemed(FAN, NOW, new Stock(2, 0, 1, ONE_RESERVED.taken())));
    }

    @Test
    void knowsNoErasedFan() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(ERASED)
                .at(NOW)
                .when(redeemBy(FAN))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoPoolOfAnotherBrand() {
        decider(new RedeemCouponHandler())
                .given(POOL_OF_TWO)
                .and(brand(ANOTHER_BRAND))
                .at(NOW)
                .when(new RedeemCoupon(POOL, ANOTHER_BRAND, 0, null))
                .thenRefused(NotFound.class);
    }

    private static CouponReserved reservedFor(FanId fanId) {
        return reserved(fanId, NOW.plus(Duration.ofDays(1)), ONE_RESERVED);
    }

    private static RedeemCoupon redeemBy(@Nullable FanId fanId) {
        return new RedeemCoupon(POOL, BRAND, 0, fanId);
    }
}
