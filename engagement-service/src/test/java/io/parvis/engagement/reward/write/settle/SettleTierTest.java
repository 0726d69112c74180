package io.parvis.engagement.reward.write.settle;

import static io.parvis.engagement.reward.write.PointsHistory.booksAfter;
import static io.parvis.engagement.reward.write.Programmes.tiers;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Standing.Held;
import io.parvis.engagement.reward.TierScheme.Period;
import io.parvis.engagement.reward.event.TierKept;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierLost.Reason;
import io.parvis.engagement.reward.write.PointsHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What time alone does to a fan's tier. */
class SettleTierTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Instant MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant GRACE_OVER = Instant.parse("2027-03-31T22:00:00Z");
    private static final PointsHistory BY_YEAR = PointsHistory.under(tiers(Period.CALENDAR_YEAR, null, 90), MARCH);

    @Test
    void keepsATierUntilTheGraceIsOver() {
        assertThat(settledAt(GRACE_OVER.minusSeconds(1), BY_YEAR.earned(500, MARCH)))
                .isEmpty();
    }

    @Test
    void fallsWhenTheGraceIsOver() {
        var recorded = settledAt(GRACE_OVER, BY_YEAR.earned(500, MARCH));

        assertThat(booksAfter(recorded).standing().tier()).isNull();
        assertThat(recorded)
                .isEqualTo(List.of(
                        new TierLost(BRAND, FAN, "silver", null, Reason.GRACE_OVER, GRACE_OVER, booksAfter(recorded))));
    }

    @Test
    void fallsOnceThoughTimeComesTwice() {
        assertThat(settledAt(GRACE_OVER, BY_YEAR.earned(500, MARCH).settled(GRACE_OVER)))
                .isEmpty();
    }

    @Test
    void fallsFromTierToTierEachAtItsTimeHoweverLateItIsNoticed() {
        var history = PointsHistory.under(tiers(Period.ROLLING, 3, 0), MARCH)
                .earned(400, Instant.parse("2027-01-10T10:00:00Z"))
                .earned(100, Instant.parse("2027-03-10T10:00:00Z"));

        var recorded = settledAt(Instant.parse("2029-01-01T00:00:00Z"), history);

        assertThat(recorded)
                .extracting(event -> ((TierLost) event).at())
                .containsExactly(Instant.parse("2027-04-30T22:00:00Z"), Instant.parse("2027-06-30T22:00:00Z"));
        assertThat(recorded).extracting(event -> ((TierLost) event).fallsTo()).containsExactly("bronze", null);
    }

    @Test
    void fallsToWhatThePointsGiveThatWereTooFewToKeepTheTier() {
        var history = BY_YEAR.earned(1_000, MARCH).earned(100, Instant.parse("2027-02-10T10:00:00Z"));

        var recorded = settledAt(GRACE_OVER, history);

        assertThat(booksAfter(recorded).standing().tier())
                .isEqualTo(new Held("bronze", GRACE_OVER, Instant.parse("2028-03-30T22:00:00Z")));
    }

    @Test
    void keepsATierThatWasToBeLostWhereTheProgrammeNowAsksLess() {
        var history = BY_YEAR.earned(500, MARCH).nowUnder(tiers(Period.LIFETIME, null, 90), MARCH.plusSeconds(1));

        var recorded = settledAt(GRACE_OVER, history);

        assertThat(booksAfter(recorded).standing().tier()).isEqualTo(new Held("silver", MARCH, null));
        assertThat(recorded).isEqualTo(List.of(new TierKept(BRAND, FAN, "silver", GRACE_OVER, booksAfter(recorded))));
    }

    private static List<?> settledAt(Instant now, PointsHistory history) {
        return decider(new SettleBooksHandler())
                .given(history.events())
                .at(now)
                .when(new SettleBooks(BRAND, FAN, now))
                .thenRecorded();
    }
}
