package io.parvis.engagement.reward.write.move;

import static io.parvis.engagement.reward.write.PointsHistory.booksAfter;
import static io.parvis.engagement.reward.write.Programmes.BRONZE;
import static io.parvis.engagement.reward.write.Programmes.tiers;
import static io.parvis.engagement.reward.write.move.Moves.adjust;
import static io.parvis.engagement.reward.write.move.Moves.burn;
import static io.parvis.engagement.reward.write.move.Moves.earn;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.PointsReservationId;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Standing.Held;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme.Period;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierLost.Reason;
import io.parvis.engagement.reward.event.TierReached;
import io.parvis.engagement.reward.write.PointsHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a movement of points does to a fan's tier; what time does to it is settled without any. */
class TierTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Instant MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final PointsHistory BY_YEAR = PointsHistory.under(tiers(Period.CALENDAR_YEAR, null, 90), MARCH);
    private static final PointsHistory BY_MONTH = PointsHistory.under(tiers(Period.ROLLING, 1, 30), MARCH);
    private static final PointsHistory FOR_LIFE = PointsHistory.under(tiers(Period.LIFETIME, null, 10), MARCH);

    @Test
    void risesInTheAppendOfTheMovementThatReachesTheTier() {
        var recorded = decided(BY_YEAR.earned(99, MARCH), earn(1), MARCH);

        assertThat(recorded).hasSize(2);
        assertThat(recorded.getFirst()).isInstanceOf(PointsMoved.class);
        assertThat(recorded.getLast())
                .isEqualTo(new TierReached(BRAND, FAN, "bronze", null, MARCH, booksAfter(recorded)));
    }

    @Test
    void risesPastATier() {
        var recorded = decided(BY_YEAR.earned(100, MARCH), earn(900), MARCH.plusSeconds(1));

        assertThat(recorded.getLast())
                .isEqualTo(new TierReached(BRAND, FAN, "gold", "bronze", MARCH.plusSeconds(1), booksAfter(recorded)));
    }

    @Test
    void countsWhatWasEarnedThoughItWasBurnedOrIsReserved() {
        var history = BY_YEAR.earned(499, MARCH).burned(300, MARCH).reserved(new PointsReservationId("r1"), 199, MARCH);

        var recorded = decided(history, earn(1), MARCH);

        assertThat(held(recorded).code()).isEqualTo("silver");
    }

    @Test
    void keepsATierBeyondTheYearForTheDaysOfGraceAcrossTheClockChangeInSpring() {
        var recorded = decided(BY_YEAR, earn(500), MARCH);

        assertThat(held(recorded)).isEqualTo(new Held("silver", MARCH, Instant.parse("2027-03-31T22:00:00Z")));
    }

    @Test
    void keepsATierForTheDaysOfGraceAcrossTheClockChangeInAutumn() {
        var recorded = decided(BY_MONTH, earn(500), Instant.parse("2026-08-31T21:59:59Z"));

        assertThat(held(recorded).keepsUntil()).isEqualTo(Instant.parse("2026-10-30T23:00:00Z"));
    }

    @Test
    void countsAMonthByTheProgrammesZone() {
        var recorded = decided(BY_MONTH, earn(500), Instant.parse("2026-08-31T22:00:00Z"));

        assertThat(held(recorded).keepsUntil()).isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void hasNoGraceWhereTheProgrammeGivesNone() {
        var history = PointsHistory.under(tiers(Period.CALENDAR_YEAR, null, null), MARCH);

        var recorded = decided(history, earn(500), MARCH);

        assertThat(held(recorded).keepsUntil()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @Test
    void settlesALateFallBeforeTheMovementThatComesFirst() {
        var history =
                PointsHistory.under(tiers(Period.CALENDAR_YEAR, null, 0), MARCH).earned(500, MARCH);
        var now = Instant.parse("2027-02-01T10:00:00Z");

        var recorded = decided(history, earn(100), now);

        assertThat(recorded).hasSize(3);
        assertThat(recorded.getFirst())
                .isInstanceOfSatisfying(
                        TierLost.class, lost -> assertThat(lost.at()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z")));
        assertThat(recorded.getLast())
                .isEqualTo(new TierReached(BRAND, FAN, "bronze", null, now, booksAfter(recorded)));
    }

    @Test
    void keepsTheTierThatIsEarnedAgainWithinTheGrace() {
        var recorded = decided(BY_YEAR.earned(500, MARCH), earn(500), Instant.parse("2027-02-10T10:00:00Z"));

        assertThat(recorded).hasSize(1);
        assertThat(held(recorded)).isEqualTo(new Held("silver", MARCH, Instant.parse("2028-03-30T22:00:00Z")));
    }

    @Test
    void doesNotProlongAGraceForTooFewPoints() {
        var recorded = decided(BY_YEAR.earned(1_000, MARCH), earn(100), Instant.parse("2027-02-10T10:00:00Z"));

        assertThat(held(recorded)).isEqualTo(new Held("gold", MARCH, Instant.parse("2027-03-31T22:00:00Z")));
    }

    @Test
    void keepsATierForGoodWherePointsQualifyForLife() {
        var recorded = decided(FOR_LIFE, earn(500), MARCH);

        assertThat(held(recorded)).isEqualTo(new Held("silver", MARCH, null));
    }

    @Test
    void beginsTheGraceWhereAnAdjustmentTakesThePointsAway() {
        var recorded = decided(FOR_LIFE.earned(500, MARCH), adjust(-1), MARCH);

        assertThat(held(recorded)).isEqualTo(new Held("silver", MARCH, Instant.parse("2026-03-30T22:00:00Z")));
    }

    @Test
    void beginsTheGraceNotAgainWithTheNextAdjustment() {
        var history = FOR_LIFE.earned(500, MARCH).adjusted(-1, MARCH);

        var recorded = decided(history, adjust(-1), MARCH.plusSeconds(400_000));

        assertThat(held(recorded)).isEqualTo(new Held("silver", MARCH, Instant.parse("2026-03-30T22:00:00Z")));
    }

    @Test
    void risesByAnAdjustmentToo() {
        var recorded = decided(FOR_LIFE.earned(499, MARCH), adjust(1), MARCH);

        assertThat(held(recorded).code()).isEqualTo("silver");
    }

    @Test
    void judgesByOtherThresholdsFromTheNextMovement() {
        var history = FOR_LIFE.earned(500, MARCH)
                .nowUnder(tiers(Period.LIFETIME, null, 10, new Tier("silver", "Argent", 600)), MARCH.plusSeconds(1));

        var recorded = decided(history, burn(1), MARCH.plusSeconds(2));

        assertThat(held(recorded).keepsUntil()).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
    }

    @Test
    void reachesByLowerThresholdsWithTheNextMovement() {
        var lower = tiers(Period.LIFETIME, null, 10, BRONZE, new Tier("silver", "Argent", 300));
        var history = FOR_LIFE.earned(300, MARCH).nowUnder(lower, MARCH.plusSeconds(1));

        var recorded = decided(history, burn(1), MARCH.plusSeconds(2));

        assertThat(recorded.getLast())
                .isInstanceOfSatisfying(
                        TierReached.class, reached -> assertThat(reached.tier()).isEqualTo("silver"));
    }

    @Test
    void losesWithoutGraceATierThatIsNoLongerInTheProgramme() {
        var history = PointsHistory.under(tiers(Period.LIFETIME, null, 90), MARCH)
                .earned(500, MARCH)
                .nowUnder(RewardProgramme.NONE, MARCH.plusSeconds(1));

        var recorded = decided(history, burn(1), MARCH.plusSeconds(2));

        assertThat(recorded.getFirst())
                .isInstanceOfSatisfying(
                        TierLost.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.NOT_IN_PROGRAMME));
        assertThat(booksAfter(recorded).standing().tier()).isNull();
    }

    @Test
    void countsWhatWasEarnedBeforeTheProgrammeHadTiers() {
        var history = PointsHistory.ofNothing()
                .earned(99, MARCH.minusSeconds(10))
                .nowUnder(tiers(Period.CALENDAR_YEAR, null, 90), MARCH);

        var recorded = decided(history, earn(1), MARCH);

        assertThat(held(recorded).code()).isEqualTo("bronze");
    }

    @Test
    void remembersAsManyMonthsAsAProgrammeCanCount() {
        var history = PointsHistory.under(tiers(Period.ROLLING, 24, 0), MARCH);
        var now = MARCH;
        for (int month = 0; month < 99; month++) {
            history = history.earned(10, now);
            now = now.plusSeconds(31 * 86_400L);
        }

        var recorded = decided(history, earn(10), now);

        assertThat(booksAfter(recorded).standing().months()).hasSizeLessThanOrEqualTo(25);
        assertThat(booksAfter(recorded).standing().lifetime()).isEqualTo(1_000);
        assertThat(held(recorded).code()).isEqualTo("bronze");
    }

    private static List<?> decided(PointsHistory history, MovePoints command, Instant now) {
        return decider(new MovePointsHandler())
                .given(history.events())
                .at(now)
                .when(command)
                .thenRecorded();
    }

    private static Held held(List<?> recorded) {
        return requireNonNull(booksAfter(recorded).standing().tier());
    }
}
