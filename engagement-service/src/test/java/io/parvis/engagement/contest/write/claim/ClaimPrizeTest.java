package io.parvis.engagement.contest.write.claim;

import static io.parvis.engagement.contest.write.ContestFacts.DRAWN_AT;
import static io.parvis.engagement.contest.write.ContestFacts.WINDOW;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.PrizeAlreadyClaimed;
import io.parvis.engagement.contest.PrizeHasNobodyLeft;
import io.parvis.engagement.contest.event.ContestSettled;
import io.parvis.engagement.contest.event.PrizeClaimed;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.event.PrizeRedrawn.Holder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given what happened, when a prize is claimed, then. */
class ClaimPrizeTest {

    private static final Instant ENDS = DRAWN_AT.plus(WINDOW);
    private static final PrizeClaimed FIRST = new PrizeClaimed("c1", "b1", 1, 0, "f1", "e1", 0, 1);
    private static final PrizeClaimed SECOND = new PrizeClaimed("c1", "b1", 2, 0, "f2", "e2", 0, 1);
    private static final PrizeRedrawn PASSED_ON =
            new PrizeRedrawn("c1", "b1", 1, 0, 11, new Holder(13, "e3", "f3"), "No answer", ENDS.plus(WINDOW), 1, 2);
    private static final PrizeRedrawn NOBODY = new PrizeRedrawn("c1", "b1", 1, 0, 11, null, "No answer", null, 0, 1);

    private final ClaimPrizeHandler handler = new ClaimPrizeHandler();

    @Test
    void isTheWinnersUntilTheWindowEndsAndNotAnInstantLonger() {
        assertThat(decide(drawn(), claim("f1"), ENDS.minusNanos(1))).isEqualTo(List.of(FIRST));
        assertThat(decide(drawn(), claim(null), DRAWN_AT)).isEqualTo(List.of(FIRST));
        assertThatThrownBy(() -> decide(drawn(), claim("f1"), ENDS)).isInstanceOf(ClaimWindowOver.class);
    }

    @Test
    void isClaimedOnceAlsoAfterTheWindow() {
        var claimed = and(drawn(), FIRST);

        assertThat(decide(claimed, claim("f1"), DRAWN_AT)).isEmpty();
        assertThat(decide(claimed, claim(null), ENDS)).isEmpty();
        assertThatThrownBy(() -> decide(claimed, claim("f2"), DRAWN_AT)).isInstanceOf(PrizeAlreadyClaimed.class);
    }

    @Test
    void goesToNobodyButWhoeverHoldsIt() {
        assertThatThrownBy(() -> decide(drawn(), claim("f2"), DRAWN_AT)).isInstanceOf(NotTheWinner.class);
        assertThatThrownBy(() -> decide(and(drawn(), PASSED_ON), claim("f1"), DRAWN_AT))
                .isInstanceOf(NotTheWinner.class);
        assertThatThrownBy(() -> decide(and(drawn(), NOBODY), claim("f1"), DRAWN_AT))
                .isInstanceOf(PrizeHasNobodyLeft.class);
    }

    @Test
    void givesTheNextHolderAWindowOfTheirOwn() {
        var given = and(drawn(), PASSED_ON);

        assertThat(decide(given, claim("f3"), ENDS))
                .isEqualTo(List.of(new PrizeClaimed("c1", "b1", 1, 0, "f3", "e3", 1, 1)));
        assertThatThrownBy(() -> decide(given, claim("f3"), ENDS.plus(WINDOW))).isInstanceOf(ClaimWindowOver.class);
    }

    @Test
    void settlesTheContestWithItsLastOpenPrize() {
        assertThat(decide(and(drawn(), SECOND), claim("f1"), DRAWN_AT))
                .isEqualTo(
                        List.of(new PrizeClaimed("c1", "b1", 1, 0, "f1", "e1", 0, 0), new ContestSettled("c1", "b1")));
    }

    @Test
    void isNotThereBeforeTheDrawBeyondTheWinnersOrForAnotherBrand() {
        assertThatThrownBy(() -> decide(sealed(null), claim("f1"), DRAWN_AT)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(drawn(), new ClaimPrize("c1", "b1", 3, null), DRAWN_AT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(drawn(), new ClaimPrize("c1", "b1", 0, null), DRAWN_AT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(drawn(), new ClaimPrize("c1", "b2", 1, null), DRAWN_AT))
                .isInstanceOf(NotFound.class);
    }

    private static ClaimPrize claim(@Nullable String fanId) {
        return new ClaimPrize("c1", "b1", 1, fanId);
    }

    private List<?> decide(List<Object> given, ClaimPrize command, Instant now) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(command, state, now);
    }
}
