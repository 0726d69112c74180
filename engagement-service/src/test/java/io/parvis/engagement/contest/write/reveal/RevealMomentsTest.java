package io.parvis.engagement.contest.write.reveal;

import static io.parvis.engagement.contest.instant.InstantFacts.CLOSES;
import static io.parvis.engagement.contest.instant.InstantFacts.SEED;
import static io.parvis.engagement.contest.instant.InstantFacts.and;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.revealed;
import static io.parvis.engagement.contest.instant.InstantFacts.sealed;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.write.ContestFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevealMomentsTest {

    private static final ContestSettled SETTLED = new ContestSettled("c1", "b1");

    private final RevealMomentsHandler handler = new RevealMomentsHandler();

    @Test
    void revealsNothingBeforeTheEntriesAreSealed() {
        assertThat(reveal(published())).isEqualTo(List.of());
    }

    @Test
    void settlesWhereNobodyWon() {
        assertThat(reveal(sealed(published()))).isEqualTo(List.of(revealedWith(0), SETTLED));
    }

    @Test
    void waitsForWhatIsNotClaimed() {
        assertThat(reveal(sealed(and(published(), won(1))))).isEqualTo(List.of(revealedWith(1)));
        assertThat(reveal(sealed(and(published(), won(1), claimed(1, 1), won(2)))))
                .isEqualTo(List.of(revealedWith(2)));
    }

    @Test
    void settlesWhereAllThatWasWonIsClaimedThoughSomethingWasNotWon() {
        assertThat(reveal(sealed(and(published(), won(1), claimed(1, 1)))))
                .isEqualTo(List.of(revealedWith(1), SETTLED));
    }

    @Test
    void revealsOnceAndOnlyAnInstantWin() {
        assertThat(reveal(revealed(published(), 0))).isEqualTo(List.of());
        assertThat(reveal(ContestFacts.sealed(null))).isEqualTo(List.of());
    }

    private static MomentsRevealed revealedWith(int won) {
        return new MomentsRevealed("c1", "b1", SEED, won);
    }

    private static PrizeClaimed claimed(int rank, int open) {
        return new PrizeClaimed("c1", "b1", rank, 0, "f" + rank, "e" + rank, 0, open);
    }

    private List<?> reveal(List<Object> given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new RevealMoments("c1", "b1", SEED), state, CLOSES.plusSeconds(2));
    }
}
