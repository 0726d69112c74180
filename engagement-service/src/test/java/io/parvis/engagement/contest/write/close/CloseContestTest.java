package io.parvis.engagement.contest.write.close;

import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.closed;
import static io.parvis.engagement.contest.write.ContestFacts.drawn;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.contest.write.ContestFacts.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.contest.ContestIsCancelled;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given what happened, when a contest is closed, then. */
class CloseContestTest {

    private final CloseContestHandler handler = new CloseContestHandler();

    @Test
    void closesAtTheClosingTimeAndNotAnInstantBefore() {
        assertThat(decide(published(null), CLOSES)).isEqualTo(List.of(new ContestClosed("c1", "b1")));
        assertThatThrownBy(() -> decide(published(null), CLOSES.minusNanos(1))).isInstanceOf(ContestStillOpen.class);
    }

    @Test
    void closesOnce() {
        assertThat(decide(closed(null), CLOSES)).isEmpty();
        assertThat(decide(sealed(null), CLOSES)).isEmpty();
        assertThat(decide(drawn(), CLOSES)).isEmpty();
    }

    @Test
    void closesNothingThatWasNeverOfferedOrWasCancelled() {
        var cancelled = and(published(null), new ContestCancelled("c1", "b1", "No prize"));

        assertThatThrownBy(() -> decide(published(null).subList(0, 1), OPENS)).isInstanceOf(ContestNotPublished.class);
        assertThatThrownBy(() -> decide(cancelled, CLOSES)).isInstanceOf(ContestIsCancelled.class);
        assertThatThrownBy(() -> decide(List.of(), CLOSES)).isInstanceOf(NotFound.class);
    }

    private List<?> decide(List<Object> given, Instant now) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new CloseContest("c1", "b1"), state, now);
    }
}
