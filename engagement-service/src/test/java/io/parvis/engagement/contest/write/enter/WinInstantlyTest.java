package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.instant.InstantFacts.CLOSES;
import static io.parvis.engagement.contest.instant.InstantFacts.MOMENTS;
import static io.parvis.engagement.contest.instant.InstantFacts.OPENS;
import static io.parvis.engagement.contest.instant.InstantFacts.WINDOW;
import static io.parvis.engagement.contest.instant.InstantFacts.and;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static io.parvis.engagement.contest.write.Decisions.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.Chance;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.eventing.command.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given who won, when a fan enters an instant win, then. */
class WinInstantlyTest {

    private static final Instant FIRST = MOMENTS.get(0).at();
    private static final Instant SECOND = MOMENTS.get(1).at();
    private static final Instant LAST = CLOSES.minusNanos(1);
    private static final EnterContest ENTER = new EnterContest("e9", "c1", "b1", "f9");
    private static final Known IN_LINE = knowing(0, true);

    private final EnterContestHandler handler = new EnterContestHandler();

    @Test
    void winsAtTheVeryMoment() {
        var claimBy = FIRST.plus(WINDOW).truncatedTo(ChronoUnit.MILLIS);

        assertThat(wins(published(), IN_LINE, FIRST))
                .containsExactly(new InstantPrizeWon("c1", "b1", 1, 0, "f9", "e9", claimBy));
    }

    @Test
    void winsNothingBeforeTheMoment() {
        assertThat(wins(published(), IN_LINE, FIRST.minusNanos(1))).isEmpty();
    }

    @Test
    void winsNothingOnceAnotherTookTheMoment() {
        assertThat(wins(and(published(), won(1)), IN_LINE, SECOND.minusNanos(1)))
                .isEmpty();
    }

    @Test
    void winsTheNextMoment() {
        assertThat(wins(and(published(), won(1)), IN_LINE, SECOND))
                .extracting(InstantPrizeWon::rank)
                .containsExactly(2);
    }

    @Test
    void winsAMomentThatNobodyTookForLong() {
        assertThat(wins(published(), IN_LINE, LAST))
                .extracting(InstantPrizeWon::rank)
                .containsExactly(1);
    }

    @Test
    void winsNothingOnceTheStockIsTaken() {
        assertThat(wins(and(published(), won(1), won(2)), IN_LINE, LAST)).isEmpty();
    }

    @Test
    void leavesTheMomentToOthersWhereTheFanHasWonAlready() {
        var again = new EnterContest("e9", "c1", "b1", "f1");
        var given = and(published(), new FanRegistered("f1", "b1", null, "FR", List.of()), entered(), won(1));

        assertThat(wins(given, again, knowing(1, true), LAST)).isEmpty();
    }

    @Test
    void asksForTheMoments() {
        assertThat(decision(published(), ENTER, Known.NOTHING, OPENS)).isEqualTo(Decision.needs(Need.MOMENTS));
    }

    @Test
    void standsInLineOnlyWhereItMayWin() {
        var outOfLine = knowing(0, false);

        assertThat(wins(published(), outOfLine, FIRST.minusNanos(1))).isEmpty();
        assertThat(decision(published(), ENTER, outOfLine, FIRST)).isEqualTo(Decision.needs(Need.PLACE_IN_LINE));
        assertThat(wins(published(), knowing(1, false), SECOND.minusNanos(1))).isEmpty();
    }

    /** What is known to be taken may be old, of another process: the newest win is what counts. */
    @Test
    void goesByTheNewestWinAndNotByWhatItBrought() {
        assertThat(wins(and(published(), won(1), won(2)), IN_LINE, LAST)).isEmpty();
    }

    @Test
    void doesNotReadTheWinsOutOfLine() {
        assertThat(handler.boundary(ENTER, knowing(0, false)).criteria())
                .isEqualTo(handler.boundary(ENTER, Known.NOTHING).criteria())
                .isNotEqualTo(handler.boundary(ENTER, IN_LINE).criteria());
    }

    private static ContestEntered entered() {
        return new ContestEntered("e1", "c1", "b1", "f1", 1, FIRST, "0a".repeat(32), "0b".repeat(32), null);
    }

    private static Known knowing(int taken, boolean inLine) {
        return Known.NOTHING.with(new Chance(MOMENTS, taken, inLine));
    }

    private List<InstantPrizeWon> wins(List<Object> given, Known known, Instant now) {
        return wins(given, ENTER, known, now);
    }

    private Decision<Need> decision(List<Object> given, EnterContest command, Known known, Instant now) {
        var state = handler.initial(command);
        for (var event : and(given, new FanRegistered(command.fanId(), "b1", null, "FR", List.of()))) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, known, now);
    }

    private List<InstantPrizeWon> wins(List<Object> given, EnterContest command, Known known, Instant now) {
        var events = events(decision(given, command, known, now));
        assertThat(events.getLast()).isInstanceOf(ContestEntered.class);
        return events.stream()
                .limit(events.size() - 1)
                .map(InstantPrizeWon.class::cast)
                .toList();
    }
}
