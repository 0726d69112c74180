package io.parvis.engagement.contest.write.redraw;

import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.ANOTHER_BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.BOB;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CAROL;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.DRAWN_AT;
import static io.parvis.engagement.contest.write.ContestFacts.ENDS;
import static io.parvis.engagement.contest.write.ContestFacts.WINDOW;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.engagement.contest.write.ContestFacts.settled;
import static io.parvis.engagement.contest.write.redraw.Alternates.UNKNOWN;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.contest.write.redraw.RedrawPrize.AlternateOf;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.DeciderFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawPrizeTest {

    private static final Holder CAROLS = new Holder(13, new EntryId("e3"), new FanId(CAROL));
    private static final Holder DAVES = new Holder(14, new EntryId("e4"), new FanId("f4"));
    private static final RedrawPrize REDRAW = new RedrawPrize(CONTEST, BRAND, 1, "No answer", null);
    private static final RedrawPrize OVERDUE = new RedrawPrize(CONTEST, BRAND, 1, "Not claimed in time", ENDS);

    private static final PrizeClaimed CLAIMED = new PrizeClaimed(CONTEST, BRAND, 1, 0, ALICE, new EntryId("e1"), 0, 1);
    private static final PrizeClaimed BOBS_IS_CLAIMED =
            new PrizeClaimed(CONTEST, BRAND, 2, 0, BOB, new EntryId("e2"), 0, 1);
    private static final PrizeRedrawn BOBS_PASSED_ON_TO_CAROL =
            new PrizeRedrawn(CONTEST, BRAND, 2, 0, 12, CAROLS, "No answer", ENDS, 1, 2);

    private static final DeciderFixture<RedrawPrize, PrizeLife, Alternates, AlternateOf> ONCE_DRAWN =
            decider(new RedrawPrizeHandler(), UNKNOWN).given(drawn()).at(DRAWN_AT);

    @Test
    void asksForTheAlternateWhoseTurnItIs() {
        ONCE_DRAWN.when(REDRAW).thenNeeds(new AlternateOf(1));
    }

    @Test
    void passesThePrizeOnWithAWindowOfItsOwn() {
        ONCE_DRAWN
                .knowing(firstAre(CAROLS))
                .when(REDRAW)
                .then(new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, CAROLS, "No answer", DRAWN_AT.plus(WINDOW), 1, 2));
    }

    @Test
    void asksAgainWhereAnotherRedrawTookTheAlternate() {
        ONCE_DRAWN
                .and(BOBS_PASSED_ON_TO_CAROL)
                .knowing(firstAre(CAROLS))
                .when(REDRAW)
                .thenNeeds(new AlternateOf(2));
    }

    @Test
    void takesTheNextOneThatItKnowsWhereAnotherRedrawTookTheFirst() {
        ONCE_DRAWN
                .and(BOBS_PASSED_ON_TO_CAROL)
                .knowing(firstAre(CAROLS, DAVES))
                .when(REDRAW)
                .then(new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, DAVES, "No answer", DRAWN_AT.plus(WINDOW), 2, 2));
    }

    @Test
    void settlesOnceNobodyIsLeftForTheLastOpenPrize() {
        ONCE_DRAWN
                .and(BOBS_IS_CLAIMED)
                .knowing(new Alternates(1, List.of(), true))
                .when(REDRAW)
                .then(new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, null, "No answer", null, 0, 0), settled());
    }

    @Test
    void leavesAPrizeAloneWhoseWindowIsNotOver() {
        ONCE_DRAWN.at(ENDS.minusMillis(1)).when(OVERDUE).thenNothing();
    }

    @Test
    void leavesAPrizeAloneThatWasClaimedInTime() {
        ONCE_DRAWN.and(CLAIMED).at(ENDS).when(OVERDUE).thenNothing();
    }

    @Test
    void asksForAnAlternateOnceTheWindowIsOver() {
        ONCE_DRAWN.at(ENDS).when(OVERDUE).thenNeeds(new AlternateOf(1));
    }

    @Test
    void doesNothingTwiceWhereTheWindowEndedAndThePrizePassedOn() {
        ONCE_DRAWN
                .and(new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, CAROLS, "Not claimed in time", ENDS.plus(WINDOW), 1, 2))
                .at(ENDS.plusSeconds(1))
                .when(OVERDUE)
                .thenNothing();
    }

    @Test
    void refusesWhatIsClaimed() {
        ONCE_DRAWN.and(CLAIMED).when(REDRAW).thenRefused(PrizeAlreadyClaimed.class);
    }

    @Test
    void refusesWhatHasNobodyLeft() {
        ONCE_DRAWN
                .and(new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, null, "No answer", null, 0, 1))
                .when(REDRAW)
                .thenRefused(PrizeHasNobodyLeft.class);
    }

    @Test
    void knowsNoWinnerBeforeTheDraw() {
        decider(new RedrawPrizeHandler(), UNKNOWN)
                .given(sealed())
                .at(DRAWN_AT)
                .when(REDRAW)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoWinnerOfAnotherBrand() {
        ONCE_DRAWN
                .when(new RedrawPrize(CONTEST, new BrandId(ANOTHER_BRAND), 1, "No answer", null))
                .thenRefused(NotFound.class);
    }

    private static Alternates firstAre(Holder... inOrder) {
        return new Alternates(1, List.of(inOrder), false);
    }
}
