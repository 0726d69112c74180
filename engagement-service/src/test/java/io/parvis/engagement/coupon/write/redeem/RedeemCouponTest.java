package io.parvis.engagement.coupon.write.redeem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.coupon.CouponPool;
import io.parvis.engagement.coupon.CouponPoolIsOver;
import io.parvis.engagement.coupon.Stock;
import io.parvis.engagement.coupon.event.CouponPoolCreated;
import io.parvis.engagement.coupon.event.CouponReserved;
import io.parvis.engagement.coupon.event.CouponReturned;
import io.parvis.engagement.coupon.event.CouponsStocked;
import io.parvis.engagement.fan.event.FanErased;
import io.parvis.engagement.fan.event.FanRegistered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given what happened, when a code is redeemed, then. No container: the decision is pure. */
class RedeemCouponTest {

    private static final Instant NOW = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant OVER = NOW.plus(Duration.ofDays(30));

    private final RedeemCouponHandler handler = new RedeemCouponHandler();
    private CouponPool pool = CouponPool.UNKNOWN
            .evolve(new BrandRegistered(new BrandId("b1"), "b1", "Vélo Club", "Europe/Paris", List.of("fr"), null))
            .evolve(new FanRegistered("f1", "b1", null, "FR", List.of()))
            .evolve(new CouponPoolCreated("p1", "b1", "Ten euros off", Duration.ofDays(1), OVER))
            .evolve(new CouponsStocked("p1", "b1", 2, Stock.EMPTY.add(2)));

    @Test
    void usesUpWhatNobodyReserved() {
        redeem(null, NOW);

        assertThat(pool.stock().free()).isEqualTo(1);
        assertThat(pool.stock().next()).hasValue(1);
    }

    @Test
    void refusesASecondTimeAndSaysWhenTheFirstWas() {
        redeem(null, NOW);

        assertThatThrownBy(() -> redeem(null, NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        CouponAlreadyRedeemed.class,
                        refusal -> assertThat(refusal.more()).containsEntry("redeemedAt", NOW.toString()));
    }

    @Test
    void usesUpWhatIsReservedAndCountsItOnce() {
        reserved("f1");

        redeem("f1", NOW);

        assertThat(pool.stock().reserved()).isZero();
        assertThat(pool.stock().redeemed()).isEqualTo(1);
        assertThat(pool.stock().free()).isEqualTo(1);
    }

    @Test
    void refusesAnotherFanThanTheHolder() {
        reserved("f2");

        assertThatThrownBy(() -> redeem("f1", NOW)).isInstanceOf(CouponReservedForAnother.class);
    }

    @Test
    void refusesAtTheInstantTheReservationExpiresThoughNobodyReturnedItYet() {
        reserved("f1");

        assertThatThrownBy(() -> redeem("f1", NOW.plus(Duration.ofDays(1))))
                .isInstanceOf(CouponReservationExpired.class);
    }

    @Test
    void refusesWhoeverStillKnowsACodeThatWentBack() {
        reserved("f1");
        pool = pool.evolve(new CouponReturned("r1", "p1", "b1", 0, pool.stock().giveBack(0)));

        assertThatThrownBy(() -> redeem(null, NOW)).isInstanceOf(CouponReservationExpired.class);
    }

    @Test
    void refusesFromTheEndOfThePoolOn() {
        assertThatThrownBy(() -> redeem(null, OVER)).isInstanceOf(CouponPoolIsOver.class);
    }

    @Test
    void keepsTheWordOfAnArchivedBrandOnly() {
        pool = pool.evolve(new BrandArchived(new BrandId("b1")));

        assertThatThrownBy(() -> redeem(null, NOW)).isInstanceOf(BrandIsArchived.class);
        reserved("f1");
        redeem("f1", NOW);

        assertThat(pool.stock().redeemed()).isEqualTo(1);
    }

    @Test
    void knowsNoErasedFan() {
        pool = pool.evolve(new FanErased("f1", "b1", List.of()));

        assertThatThrownBy(() -> redeem("f1", NOW)).isInstanceOf(NotFound.class);
    }

    @Test
    void knowsNoPoolOfAnotherBrand() {
        assertThatThrownBy(() -> handler.decide(new RedeemCoupon("p1", "b2", 0, null), pool, NOW))
                .isInstanceOf(NotFound.class);
    }

    private void reserved(String fanId) {
        var until = NOW.plus(Duration.ofDays(1));
        pool = pool.evolve(new CouponReserved(
                "r1", "p1", "b1", 0, fanId, until, pool.stock().reserve(0)));
    }

    private void redeem(@Nullable String fanId, Instant now) {
        handler.decide(new RedeemCoupon("p1", "b1", 0, fanId), pool, now).forEach(event -> pool = pool.evolve(event));
    }
}
