package io.parvis.engagement.quiz.write.finish;

import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Late or twice is fine: what is finished stays as it is. */
@Singleton
class EndAttemptHandler implements Decider<EndAttempt, AttemptState> {

    @Override
    public Boundary boundary(EndAttempt command) {
        return AttemptState.boundary(command.quizId(), command.attemptId());
    }

    @Override
    public AttemptState initial() {
        return AttemptState.NONE;
    }

    @Override
    public AttemptState evolve(AttemptState state, Object event) {
        return state.evolve(event);
    }

    /** An attempt's due time never moves, so it has come, whatever this replica's clock says. */
    @Override
    public List<AttemptFinished> decide(EndAttempt command, AttemptState state, Instant now) {
        var attempt = state.started();
        if (attempt == null || state.finished()) {
            return List.of();
        }
        var at = now.isBefore(command.dueAt()) ? command.dueAt() : now;
        return List.of(Finishing.of(state, attempt, at));
    }
}
