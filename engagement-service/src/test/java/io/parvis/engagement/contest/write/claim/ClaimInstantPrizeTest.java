package io.parvis.engagement.contest.write.claim;

import static io.parvis.engagement.contest.instant.InstantFacts.CLAIM_BY;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.revealed;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.sealing;
import static io.parvis.engagement.contest.write.ContestFacts.settled;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.PrizeLife;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import org.junit.jupiter.api.Test;

class ClaimInstantPrizeTest {

    private static final ClaimPrize CLAIM = new ClaimPrize(CONTEST, BRAND, 1, null);
    private static final PrizeClaimed CLAIMED = new PrizeClaimed(CONTEST, BRAND, 1, 0, ALICE, new EntryId("e1"), 0, 1);
    private static final PrizeRedrawn LAPSED =
            new PrizeRedrawn(CONTEST, BRAND, 1, 0, 0, null, "Not claimed in time", null, 0, 1);

    private static final DeciderFixture<ClaimPrize, PrizeLife, Nothing, Nothing> OF_AN_INSTANT_WIN =
            decider(new ClaimPrizeHandler()).given(published());

    @Test
    void isClaimedWhileTheContestIsOpenAndSettlesNothing() {
        OF_AN_INSTANT_WIN.and(won(1)).at(OPENS).when(CLAIM).then(CLAIMED);
    }

    @Test
    void isClaimedOnce() {
        OF_AN_INSTANT_WIN.and(won(1), CLAIMED).at(OPENS).when(CLAIM).thenNothing();
    }

    @Test
    void settlesTheContestWhereItIsTheLastThatWasWon() {
        OF_AN_INSTANT_WIN
                .and(won(1), closing(), sealing(), revealed(1))
                .at(OPENS)
                .when(CLAIM)
                .then(CLAIMED, settled());
    }

    @Test
    void isStillTheWinnersWhereTheContestWasCancelled() {
        OF_AN_INSTANT_WIN.and(won(1), cancelled()).at(OPENS).when(CLAIM).then(CLAIMED);
    }

    @Test
    void isNoLongerTheWinnersWhereItIsNotClaimedInTime() {
        OF_AN_INSTANT_WIN.and(won(1)).at(CLAIM_BY).when(CLAIM).thenRefused(ClaimWindowOver.class);
    }

    @Test
    void isNobodysOnceItHasLapsed() {
        OF_AN_INSTANT_WIN.and(won(1), LAPSED).at(CLAIM_BY).when(CLAIM).thenRefused(PrizeHasNobodyLeft.class);
    }

    @Test
    void isNotThereBeforeSomebodyWonIt() {
        OF_AN_INSTANT_WIN.at(OPENS).when(CLAIM).thenRefused(NotFound.class);
    }

    @Test
    void isNotThereWhereNobodyWonItUntilTheEnd() {
        OF_AN_INSTANT_WIN
                .and(closing(), sealing(), revealed(0))
                .at(OPENS)
                .when(CLAIM)
                .thenRefused(NotFound.class);
    }
}
