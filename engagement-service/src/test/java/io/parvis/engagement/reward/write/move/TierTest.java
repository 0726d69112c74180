package io.parvis.engagement.reward.write.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.reward.Account;
import io.parvis.engagement.reward.Operation;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Settlement;
import io.parvis.engagement.reward.Standing.Held;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme;
import io.parvis.engagement.reward.TierScheme.Period;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.engagement.reward.event.TierKept;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierLost.Reason;
import io.parvis.engagement.reward.event.TierReached;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given what was earned, when points move or time passes, then which tier. No container: the decision is pure. */
class TierTest {

    private static final Instant MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final List<Tier> LEVELS = List.of(
            new Tier("bronze", "Bronze", 100), new Tier("silver", "Argent", 500), new Tier("gold", "Or", 1_000));

    private final MovePointsHandler handler = new MovePointsHandler();
    private Account account = Account.UNKNOWN
            .evolve(new BrandRegistered(new BrandId("b1"), "b1", "Vélo Club", "Europe/Paris", List.of("fr"), null))
            .evolve(new FanRegistered("f1", "b1", null, "FR", List.of()));
    private int entries;

    @Test
    void risesInTheAppendOfTheMovementThatReachesTheTier() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(99, MARCH);

        var events = earn(1, MARCH);

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(PointsMoved.class);
        assertThat(events.getLast()).isEqualTo(new TierReached("b1", "f1", "bronze", null, MARCH, account.ledger()));
    }

    @Test
    void risesPastATier() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(100, MARCH);

        var events = earn(900, MARCH.plusSeconds(1));

        assertThat(events.getLast())
                .isEqualTo(new TierReached("b1", "f1", "gold", "bronze", MARCH.plusSeconds(1), account.ledger()));
    }

    @Test
    void countsWhatWasEarnedThoughItWasBurnedOrIsReserved() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(499, MARCH);
        move(Operation.BURN, 300, MARCH);
        move(Operation.RESERVE, 199, MARCH);

        earn(1, MARCH);

        assertThat(held().code()).isEqualTo("silver");
    }

    @Test
    void keepsATierBeyondTheYearForTheDaysOfGraceAcrossTheClockChangeInSpring() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);

        earn(500, MARCH);

        assertThat(held()).isEqualTo(new Held("silver", MARCH, Instant.parse("2027-03-31T22:00:00Z")));
        assertThat(timeHasCome(Instant.parse("2027-03-31T21:59:59Z"))).isEmpty();
    }

    @Test
    void keepsATierForTheDaysOfGraceAcrossTheClockChangeInAutumn() {
        tiers(MARCH, Period.ROLLING, 1, 30);

        earn(500, Instant.parse("2026-08-31T21:59:59Z"));

        assertThat(held().keepsUntil()).isEqualTo(Instant.parse("2026-10-30T23:00:00Z"));
    }

    @Test
    void countsAMonthByTheProgrammesZone() {
        tiers(MARCH, Period.ROLLING, 1, 30);

        earn(500, Instant.parse("2026-08-31T22:00:00Z"));

        assertThat(held().keepsUntil()).isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void hasNoGraceWhereTheProgrammeGivesNone() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, null);

        earn(500, MARCH);

        assertThat(held().keepsUntil()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @Test
    void fallsWhenTheGraceIsOver() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(500, MARCH);
        var over = Instant.parse("2027-03-31T22:00:00Z");

        var events = timeHasCome(over);

        assertThat(events)
                .containsExactly(new TierLost("b1", "f1", "silver", null, Reason.GRACE_OVER, over, account.ledger()));
        assertThat(account.ledger().standing().tier()).isNull();
    }

    @Test
    void fallsOnceThoughTimeComesTwice() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(500, MARCH);
        timeHasCome(Instant.parse("2027-03-31T22:00:00Z"));

        assertThat(timeHasCome(Instant.parse("2027-03-31T22:00:00Z"))).isEmpty();
    }

    @Test
    void fallsFromTierToTierEachAtItsTimeHoweverLateItIsNoticed() {
        tiers(MARCH, Period.ROLLING, 3, 0);
        earn(400, Instant.parse("2027-01-10T10:00:00Z"));
        earn(100, Instant.parse("2027-03-10T10:00:00Z"));

        var events = timeHasCome(Instant.parse("2029-01-01T00:00:00Z"));

        assertThat(events)
                .extracting(event -> ((TierLost) event).at())
                .containsExactly(Instant.parse("2027-04-30T22:00:00Z"), Instant.parse("2027-06-30T22:00:00Z"));
        assertThat(events).extracting(event -> ((TierLost) event).fallsTo()).containsExactly("bronze", null);
    }

    @Test
    void settlesALateFallBeforeTheMovementThatComesFirst() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 0);
        earn(500, MARCH);
        var now = Instant.parse("2027-02-01T10:00:00Z");

        var events = earn(100, now);

        assertThat(events).hasSize(3);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        TierLost.class, lost -> assertThat(lost.at()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z")));
        assertThat(events.getLast()).isEqualTo(new TierReached("b1", "f1", "bronze", null, now, account.ledger()));
    }

    @Test
    void keepsTheTierThatIsEarnedAgainWithinTheGrace() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(500, MARCH);

        var events = earn(500, Instant.parse("2027-02-10T10:00:00Z"));

        assertThat(events).hasSize(1);
        assertThat(held()).isEqualTo(new Held("silver", MARCH, Instant.parse("2028-03-30T22:00:00Z")));
    }

    @Test
    void doesNotProlongAGraceForTooFewPointsAndThenFallsToWhatTheyGive() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(1_000, MARCH);
        earn(100, Instant.parse("2027-02-10T10:00:00Z"));
        var over = Instant.parse("2027-03-31T22:00:00Z");
        assertThat(held()).isEqualTo(new Held("gold", MARCH, over));

        timeHasCome(over);

        assertThat(held()).isEqualTo(new Held("bronze", over, Instant.parse("2028-03-30T22:00:00Z")));
    }

    @Test
    void beginsTheGraceWhereAnAdjustmentTakesThePointsAwayAndNotAgainWithTheNext() {
        tiers(MARCH, Period.LIFETIME, null, 10);
        earn(500, MARCH);
        assertThat(held().keepsUntil()).isNull();
        adjust(-1, MARCH);

        adjust(-1, MARCH.plusSeconds(400_000));

        assertThat(held()).isEqualTo(new Held("silver", MARCH, Instant.parse("2026-03-30T22:00:00Z")));
    }

    @Test
    void risesByAnAdjustmentToo() {
        tiers(MARCH, Period.LIFETIME, null, 10);
        earn(499, MARCH);

        adjust(1, MARCH);

        assertThat(held().code()).isEqualTo("silver");
    }

    @Test
    void judgesByOtherThresholdsFromTheNextMovement() {
        tiers(MARCH, Period.LIFETIME, null, 10);
        earn(500, MARCH);
        tiers(MARCH.plusSeconds(1), Period.LIFETIME, null, 10, new Tier("silver", "Argent", 600));
        assertThat(held().keepsUntil()).isNull();

        move(Operation.BURN, 1, MARCH.plusSeconds(2));

        assertThat(held().keepsUntil()).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
    }

    @Test
    void reachesByLowerThresholdsWithTheNextMovement() {
        tiers(MARCH, Period.LIFETIME, null, 10);
        earn(300, MARCH);
        tiers(MARCH.plusSeconds(1), Period.LIFETIME, null, 10, LEVELS.getFirst(), new Tier("silver", "Argent", 300));

        var events = move(Operation.BURN, 1, MARCH.plusSeconds(2));

        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        TierReached.class, reached -> assertThat(reached.tier()).isEqualTo("silver"));
    }

    @Test
    void keepsATierThatWasToBeLostWhereTheProgrammeNowAsksLess() {
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);
        earn(500, MARCH);
        tiers(MARCH.plusSeconds(1), Period.LIFETIME, null, 90);
        var over = Instant.parse("2027-03-31T22:00:00Z");

        var events = timeHasCome(over);

        assertThat(events).containsExactly(new TierKept("b1", "f1", "silver", over, account.ledger()));
        assertThat(held()).isEqualTo(new Held("silver", MARCH, null));
    }

    @Test
    void losesWithoutGraceATierThatIsNoLongerInTheProgramme() {
        tiers(MARCH, Period.LIFETIME, null, 90);
        earn(500, MARCH);
        account = account.evolve(new RewardProgrammeSet("b1", entries++, RewardProgramme.NONE, MARCH.plusSeconds(1)));
        var now = MARCH.plusSeconds(2);

        var events = move(Operation.BURN, 1, now);

        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        TierLost.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.NOT_IN_PROGRAMME));
        assertThat(account.ledger().standing().tier()).isNull();
    }

    @Test
    void countsWhatWasEarnedBeforeTheProgrammeHadTiers() {
        earn(99, MARCH.minusSeconds(10));
        tiers(MARCH, Period.CALENDAR_YEAR, null, 90);

        earn(1, MARCH);

        assertThat(held().code()).isEqualTo("bronze");
    }

    @Test
    void remembersAsManyMonthsAsAProgrammeCanCount() {
        tiers(MARCH, Period.ROLLING, 24, 0);
        var now = MARCH;
        for (int month = 0; month < 100; month++) {
            earn(10, now);
            now = now.plusSeconds(31 * 86_400L);
        }

        assertThat(account.ledger().standing().months()).hasSizeLessThanOrEqualTo(25);
        assertThat(account.ledger().standing().lifetime()).isEqualTo(1_000);
        assertThat(held().code()).isEqualTo("bronze");
    }

    private Held held() {
        var held = account.ledger().standing().tier();
        assertThat(held).isNotNull();
        return held;
    }

    private void tiers(
            Instant from, Period period, @Nullable Integer months, @Nullable Integer graceDays, Tier... levels) {
        var scheme = new TierScheme(period, months, graceDays, levels.length == 0 ? LEVELS : List.of(levels));
        var programme = new RewardProgramme("Europe/Paris", List.of(), null, null, scheme);
        account = account.evolve(new RewardProgrammeSet("b1", entries++, programme, from));
    }

    private List<Object> earn(long points, Instant now) {
        return move(Operation.EARN, points, now);
    }

    private void adjust(long points, Instant now) {
        move(Operation.ADJUST, points, now);
    }

    private List<Object> move(Operation operation, long points, Instant now) {
        var command = new MovePoints("e" + entries++, "b1", "f1", operation, points, null, "why", null);
        return happened(handler.decide(command, account, now));
    }

    private List<Object> timeHasCome(Instant now) {
        return happened(List.copyOf(Settlement.of("b1", "f1", account.ledger(), account.programme(now), now)
                .events()));
    }

    private List<Object> happened(List<Object> events) {
        events.forEach(event -> account = account.evolve(event));
        return events;
    }
}
