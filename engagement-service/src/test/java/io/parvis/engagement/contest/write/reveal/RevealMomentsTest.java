package io.parvis.engagement.contest.write.reveal;

import static io.parvis.engagement.contest.instant.InstantFacts.SEED;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.revealed;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static io.parvis.engagement.contest.write.ContestFacts.ALICE;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.sealing;
import static io.parvis.engagement.contest.write.ContestFacts.settled;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.write.ContestFacts;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import org.junit.jupiter.api.Test;

class RevealMomentsTest {

    private static final RevealMoments REVEAL = new RevealMoments(CONTEST, BRAND, SEED);
    private static final PrizeClaimed ALICES_IS_CLAIMED =
            new PrizeClaimed(CONTEST, BRAND, 1, 0, ALICE, new EntryId("e1"), 0, 1);

    private static final DeciderFixture<RevealMoments, RevealMomentsHandler.State, Nothing, Nothing> REVEALING =
            decider(new RevealMomentsHandler()).at(CLOSES.plusSeconds(2));

    @Test
    void revealsNothingBeforeTheEntriesAreSealed() {
        REVEALING.given(published()).when(REVEAL).thenNothing();
    }

    @Test
    void settlesWhereNobodyWon() {
        REVEALING.given(published()).and(closing(), sealing()).when(REVEAL).then(revealed(0), settled());
    }

    @Test
    void waitsForWhatIsNotClaimed() {
        REVEALING
                .given(published())
                .and(won(1), closing(), sealing())
                .when(REVEAL)
                .then(revealed(1));
    }

    @Test
    void waitsForWhatIsNotClaimedThoughAnotherIs() {
        REVEALING
                .given(published())
                .and(won(1), ALICES_IS_CLAIMED, won(2), closing(), sealing())
                .when(REVEAL)
                .then(revealed(2));
    }

    @Test
    void settlesWhereAllThatWasWonIsClaimedThoughSomethingWasNotWon() {
        REVEALING
                .given(published())
                .and(won(1), ALICES_IS_CLAIMED, closing(), sealing())
                .when(REVEAL)
                .then(revealed(1), settled());
    }

    @Test
    void revealsOnce() {
        REVEALING
                .given(published())
                .and(closing(), sealing(), revealed(0))
                .when(REVEAL)
                .thenNothing();
    }

    @Test
    void revealsNothingOfADraw() {
        REVEALING.given(ContestFacts.sealed()).when(REVEAL).thenNothing();
    }
}
