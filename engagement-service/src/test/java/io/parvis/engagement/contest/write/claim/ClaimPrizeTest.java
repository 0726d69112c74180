package io.parvis.engagement.contest.write.claim;

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
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPrizeTest {

    private static final EntryId ENTRY = new EntryId("e1");
    private static final EntryId ANOTHER_ENTRY = new EntryId("e3");

    private static final PrizeClaimed CLAIMED = new PrizeClaimed(CONTEST, BRAND, 1, 0, ALICE, ENTRY, 0, 1);
    private static final PrizeClaimed BOBS_IS_CLAIMED =
            new PrizeClaimed(CONTEST, BRAND, 2, 0, BOB, new EntryId("e2"), 0, 1);
    private static final PrizeRedrawn PASSED_ON_TO_CAROL = new PrizeRedrawn(
            CONTEST,
            BRAND,
            1,
            0,
            11,
            new Holder(13, ANOTHER_ENTRY, new FanId(CAROL)),
            "No answer",
            ENDS.plus(WINDOW),
            1,
            2);
    private static final PrizeRedrawn PASSED_ON_TO_NOBODY =
            new PrizeRedrawn(CONTEST, BRAND, 1, 0, 11, null, "No answer", null, 0, 1);

    private static final DeciderFixture<ClaimPrize, PrizeLife, Nothing, Nothing> ONCE_DRAWN =
            decider(new ClaimPrizeHandler()).given(drawn());

    @Test
    void isTheWinnersUntilTheWindowEnds() {
        ONCE_DRAWN.at(ENDS.minusNanos(1)).when(claimBy(ALICE)).then(CLAIMED);
    }

    @Test
    void isNotTheWinnersAnInstantLonger() {
        ONCE_DRAWN.at(ENDS).when(claimBy(ALICE)).thenRefused(ClaimWindowOver.class);
    }

    @Test
    void isTheWinnersWhereNobodySaysWhoClaimsIt() {
        ONCE_DRAWN.at(DRAWN_AT).when(claimBy(null)).then(CLAIMED);
    }

    @Test
    void isClaimedOnce() {
        ONCE_DRAWN.and(CLAIMED).at(DRAWN_AT).when(claimBy(ALICE)).thenNothing();
    }

    @Test
    void isClaimedOnceAlsoAfterTheWindow() {
        ONCE_DRAWN.and(CLAIMED).at(ENDS).when(claimBy(null)).thenNothing();
    }

    @Test
    void isNoOthersOnceItIsClaimed() {
        ONCE_DRAWN.and(CLAIMED).at(DRAWN_AT).when(claimBy(BOB)).thenRefused(PrizeAlreadyClaimed.class);
    }

    @Test
    void goesToNobodyButItsWinner() {
        ONCE_DRAWN.at(DRAWN_AT).when(claimBy(BOB)).thenRefused(NotTheWinner.class);
    }

    @Test
    void goesNoLongerToTheWinnerOnceItPassedOn() {
        ONCE_DRAWN.and(PASSED_ON_TO_CAROL).at(DRAWN_AT).when(claimBy(ALICE)).thenRefused(NotTheWinner.class);
    }

    @Test
    void goesToNobodyWhereNobodyIsLeft() {
        ONCE_DRAWN.and(PASSED_ON_TO_NOBODY).at(DRAWN_AT).when(claimBy(ALICE)).thenRefused(PrizeHasNobodyLeft.class);
    }

    @Test
    void givesTheNextHolderAWindowOfTheirOwn() {
        ONCE_DRAWN
                .and(PASSED_ON_TO_CAROL)
                .at(ENDS)
                .when(claimBy(new FanId(CAROL)))
                .then(new PrizeClaimed(CONTEST, BRAND, 1, 0, new FanId(CAROL), ANOTHER_ENTRY, 1, 1));
    }

    @Test
    void endsTheWindowOfTheNextHolderToo() {
        ONCE_DRAWN
                .and(PASSED_ON_TO_CAROL)
                .at(ENDS.plus(WINDOW))
                .when(claimBy(new FanId(CAROL)))
                .thenRefused(ClaimWindowOver.class);
    }

    @Test
    void settlesTheContestWithItsLastOpenPrize() {
        ONCE_DRAWN
                .and(BOBS_IS_CLAIMED)
                .at(DRAWN_AT)
                .when(claimBy(ALICE))
                .then(new PrizeClaimed(CONTEST, BRAND, 1, 0, ALICE, ENTRY, 0, 0), settled());
    }

    @Test
    void isNotThereBeforeTheDraw() {
        decider(new ClaimPrizeHandler())
                .given(sealed())
                .at(DRAWN_AT)
                .when(claimBy(ALICE))
                .thenRefused(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void isNotThereBeyondTheWinners(int rank) {
        ONCE_DRAWN.at(DRAWN_AT).when(new ClaimPrize(CONTEST, BRAND, rank, null)).thenRefused(NotFound.class);
    }

    @Test
    void isNotThereForAnotherBrand() {
        ONCE_DRAWN
                .at(DRAWN_AT)
                .when(new ClaimPrize(CONTEST, new BrandId(ANOTHER_BRAND), 1, null))
                .thenRefused(NotFound.class);
    }

    private static ClaimPrize claimBy(@Nullable FanId fanId) {
        return new ClaimPrize(CONTEST, BRAND, 1, fanId);
    }
}
