package io.parvis.engagement.contest.write.close;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.cancelled;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.closing;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloseContestTest {

    private static final CloseContest CLOSE = new CloseContest(CONTEST, BRAND);

    @Test
    void closesAtTheClosingTime() {
        decider(new CloseContestHandler())
                .given(published())
                .at(CLOSES)
                .when(CLOSE)
                .then(closing());
    }

    @Test
    void closesNotAnInstantBefore() {
        decider(new CloseContestHandler())
                .given(published())
                .at(CLOSES.minusNanos(1))
                .when(CLOSE)
                .thenRefused(ContestStillOpen.class);
    }

    @ParameterizedTest
    @MethodSource("closedBefore")
    void closesOnce(List<?> before) {
        decider(new CloseContestHandler()).given(before).at(CLOSES).when(CLOSE).thenNothing();
    }

    static List<List<?>> closedBefore() {
        return List.of(closed(), sealed(), drawn());
    }

    @Test
    void closesNothingThatWasNeverOffered() {
        decider(new CloseContestHandler())
                .given(drafted())
                .at(OPENS)
                .when(CLOSE)
                .thenRefused(ContestNotPublished.class);
    }

    @Test
    void closesNothingThatWasCancelled() {
        decider(new CloseContestHandler())
                .given(published())
                .and(cancelled())
                .at(CLOSES)
                .when(CLOSE)
                .thenRefused(ContestIsCancelled.class);
    }

    @Test
    void knowsNoContestThatIsNotThere() {
        decider(new CloseContestHandler()).at(CLOSES).when(CLOSE).thenRefused(NotFound.class);
    }
}
