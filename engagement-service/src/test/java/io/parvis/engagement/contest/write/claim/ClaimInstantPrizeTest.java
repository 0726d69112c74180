package io.parvis.engagement.contest.write.claim;

import static io.parvis.engagement.contest.instant.InstantFacts.CLAIM_BY;
import static io.parvis.engagement.contest.instant.InstantFacts.OPENS;
import static io.parvis.engagement.contest.instant.InstantFacts.and;
import static io.parvis.engagement.contest.instant.InstantFacts.published;
import static io.parvis.engagement.contest.instant.InstantFacts.revealed;
import static io.parvis.engagement.contest.instant.InstantFacts.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimInstantPrizeTest {

    private static final ClaimPrize CLAIM = new ClaimPrize("c1", "b1", 1, null);
    private static final PrizeClaimed CLAIMED = new PrizeClaimed("c1", "b1", 1, 0, "f1", "e1", 0, 1);
    private static final PrizeRedrawn LAPSED =
            new PrizeRedrawn("c1", "b1", 1, 0, 0, null, "Not claimed in time", null, 0, 1);

    private final ClaimPrizeHandler handler = new ClaimPrizeHandler();

    @Test
    void isClaimedWhileTheContestIsOpenAndSettlesNothing() {
        assertThat(decide(and(published(), won(1)), OPENS)).isEqualTo(List.of(CLAIMED));
        assertThat(decide(and(published(), won(1), CLAIMED), OPENS)).isEqualTo(List.of());
    }

    @Test
    void settlesTheContestWhereItIsTheLastThatWasWon() {
        assertThat(decide(revealed(and(published(), won(1)), 1), OPENS))
                .isEqualTo(List.of(CLAIMED, new ContestSettled("c1", "b1")));
    }

    @Test
    void isStillTheWinnersWhereTheContestWasCancelled() {
        var cancelled = and(published(), won(1), new ContestCancelled("c1", "b1", "No more bicycles."));

        assertThat(decide(cancelled, OPENS)).isEqualTo(List.of(CLAIMED));
    }

    @Test
    void lapsesWhereItIsNotClaimedInTime() {
        assertThatThrownBy(() -> decide(and(published(), won(1)), CLAIM_BY)).isInstanceOf(ClaimWindowOver.class);
        assertThatThrownBy(() -> decide(and(published(), won(1), LAPSED), CLAIM_BY))
                .isInstanceOf(PrizeHasNobodyLeft.class);
    }

    @Test
    void isNotThereBeforeSomebodyWonIt() {
        assertThatThrownBy(() -> decide(published(), OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(revealed(published(), 0), OPENS)).isInstanceOf(NotFound.class);
    }

    private List<?> decide(List<Object> given, Instant now) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(CLAIM, state, now);
    }
}
