package io.parvis.engagement.quiz.write.finish;

import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class FinishAttemptHandler implements Decider<FinishAttempt, AttemptState> {

    @Override
    public Boundary boundary(FinishAttempt command) {
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

    @Override
    public List<AttemptFinished> decide(FinishAttempt command, AttemptState state, Instant now) {
        return List.of(Finishing.of(state, state.open(command.brandId(), command.quizId()), now));
    }
}
