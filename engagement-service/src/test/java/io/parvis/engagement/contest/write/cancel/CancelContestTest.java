package io.parvis.engagement.contest.write.cancel;

import static io.parvis.engagement.contest.write.ContestFacts.ANOTHER_BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.engagement.contest.write.ContestFacts.sealing;
import static io.parvis.engagement.contest.write.ContestFacts.settled;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.instant.InstantFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancelContestTest {

    private static final CancelContest CANCEL = new CancelContest(CONTEST, BRAND, "No bicycle");
    private static final ContestCancelled CANCELLED = new ContestCancelled(CONTEST, BRAND, "No bicycle");

    @ParameterizedTest
    @MethodSource("beforeTheDraw")
    void cancelsAContestUntilItIsDrawn(List<?> before) {
        decider(new CancelContestHandler()).given(before).when(CANCEL).then(CANCELLED);
    }

    static List<List<?>> beforeTheDraw() {
        return List.of(List.of(drafted()), published(), closed(), sealed());
    }

    @Test
    void keepsTheFirstReason() {
        decider(new CancelContestHandler())
                .given(published())
                .and(cancelled())
                .when(CANCEL)
                .thenNothing();
    }

    @Test
    void cancelsNothingOnceItIsDrawn() {
        decider(new CancelContestHandler()).given(drawn()).when(CANCEL).thenRefused(ContestAlreadyDrawn.class);
    }

    @Test
    void cancelsNothingOnceItIsSettled() {
        decider(new CancelContestHandler())
                .given(drawn())
                .and(settled())
                .when(CANCEL)
                .thenRefused(ContestAlreadyDrawn.class);
    }

    @Test
    void cancelsNoInstantWinOnceItsMomentsAreRevealed() {
        decider(new CancelContestHandler())
                .given(InstantFacts.published())
                .and(closing(), sealing(), InstantFacts.revealed(0))
                .when(CANCEL)
                .thenRefused(ContestAlreadyDrawn.class);
    }

    @Test
    void knowsNoContestOfAnotherBrand() {
        decider(new CancelContestHandler())
                .given(published())
                .when(new CancelContest(CONTEST, new BrandId(ANOTHER_BRAND), "No bicycle"))
                .thenRefused(NotFound.class);
    }
}
