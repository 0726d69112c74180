package io.parvis.engagement.contest.write.enter;

import static io.parvis.engagement.contest.instant.InstantFacts.MOMENTS;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.WINDOW;
import static io.parvis.engagement.contest.write.ContestFacts.entered;
import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.instant.InstantWinKnowledge;
import io.parvis.engagement.contest.write.enter.EnterContest.Known;
import io.parvis.engagement.contest.write.enter.EnterContest.Need;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.DeciderFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WinInstantlyTest {

    private static final EntryId ENTRY = new EntryId("e9");

    private static final FanId ZOE = new FanId("f9");
    private static final Instant FIRST = MOMENTS.get(0).at();
    private static final Instant SECOND = MOMENTS.get(1).at();
    private static final Instant LAST = CLOSES.minusNanos(1);
    private static final EnterContest ENTER = new EnterContest(ENTRY, CONTEST, BRAND, ZOE);
    private static final Known IN_LINE = knowing(0, true);

    private static final DeciderFixture<EnterContest, EnterContestHandler.State, Known, Need> OUT_OF_LINE = decider(
                    new EnterContestHandler(), knowing(0, false))
            .given(published())
            .and(fan(ZOE, null, null));
    private static final DeciderFixture<EnterContest, EnterContestHandler.State, Known, Need> STANDING_IN_LINE =
            OUT_OF_LINE.knowing(IN_LINE);

    @Test
    void winsAtTheVeryMoment() {
        STANDING_IN_LINE.at(FIRST).when(ENTER).then(wins(1, FIRST), enters(FIRST));
    }

    @Test
    void winsNothingBeforeTheMoment() {
        var before = FIRST.minusNanos(1);

        STANDING_IN_LINE.at(before).when(ENTER).then(enters(before));
    }

    @Test
    void winsNothingOnceAnotherTookTheMoment() {
        var beforeTheNext = SECOND.minusNanos(1);

        STANDING_IN_LINE.and(won(1)).at(beforeTheNext).when(ENTER).then(enters(beforeTheNext));
    }

    @Test
    void winsTheNextMoment() {
        STANDING_IN_LINE.and(won(1)).at(SECOND).when(ENTER).then(wins(2, SECOND), enters(SECOND));
    }

    @Test
    void winsAMomentThatNobodyTookForLong() {
        STANDING_IN_LINE.at(LAST).when(ENTER).then(wins(1, LAST), enters(LAST));
    }

    /** What it knows to be taken may be old, of another process: the newest win is what counts. */
    @Test
    void winsNothingOnceTheStockIsTaken() {
        STANDING_IN_LINE.and(won(1), won(2)).at(LAST).when(ENTER).then(enters(LAST));
    }

    @Test
    void leavesTheMomentToOthersWhereTheFanHasWonAlready() {
        var again = new EnterContest(ENTRY, CONTEST, BRAND, ALICE);
        var earlier = entered(new EntryId("e1"), ALICE, FIRST);

        STANDING_IN_LINE
                .and(fan(ALICE, null, null), won(1), earlier)
                .knowing(knowing(1, true))
                .at(LAST)
                .when(again)
                .then(enters(again, earlier.fanPseudonym(), LAST));
    }

    @Test
    void asksForTheMoments() {
        OUT_OF_LINE.knowing(Known.NOTHING).at(OPENS).when(ENTER).thenNeeds(Need.MOMENTS);
    }

    @Test
    void standsNotInLineBeforeTheMoment() {
        var before = FIRST.minusNanos(1);

        OUT_OF_LINE.at(before).when(ENTER).then(enters(before));
    }

    @Test
    void standsInLineFromTheMomentOn() {
        OUT_OF_LINE.at(FIRST).when(ENTER).thenNeeds(Need.PLACE_IN_LINE);
    }

    @Test
    void standsNotInLineForAMomentThatItKnowsToBeTaken() {
        var beforeTheNext = SECOND.minusNanos(1);

        OUT_OF_LINE
                .and(won(1))
                .knowing(knowing(1, false))
                .at(beforeTheNext)
                .when(ENTER)
                .then(enters(beforeTheNext));
    }

    @Test
    void doesNotReadTheWinsOutOfLine() {
        var handler = new EnterContestHandler();

        assertThat(handler.boundary(ENTER, knowing(0, false)).criteria())
                .isEqualTo(handler.boundary(ENTER, Known.NOTHING).criteria())
                .isNotEqualTo(handler.boundary(ENTER, IN_LINE).criteria());
    }

    private static Known knowing(int taken, boolean inLine) {
        return Known.NOTHING.with(new InstantWinKnowledge(MOMENTS, taken, inLine));
    }

    private static InstantPrizeWon wins(int rank, Instant at) {
        var claimBy = at.plus(WINDOW).truncatedTo(ChronoUnit.MILLIS);
        return new InstantPrizeWon(CONTEST, BRAND, rank, 0, ZOE, ENTRY, claimBy);
    }

    private static ContestEntered enters(Instant at) {
        return enters(ENTER, ENTER.freshPseudonym().hex(), at);
    }

    private static ContestEntered enters(EnterContest command, String pseudonym, Instant at) {
        return new ContestEntered(
                command.entryId(),
                CONTEST,
                BRAND,
                command.fanId(),
                1,
                at,
                pseudonym,
                command.freshSalt().hex(),
                null);
    }
}
