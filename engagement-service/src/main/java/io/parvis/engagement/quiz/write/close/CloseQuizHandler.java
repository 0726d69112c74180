package io.parvis.engagement.quiz.write.close;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizVersions;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closing a closed quiz changes nothing. An archived brand's quiz can be closed: that offers nothing new. */
@Singleton
class CloseQuizHandler implements Decider<CloseQuiz, CloseQuizHandler.State> {

    record State(@Nullable BrandId brandId, boolean published, boolean closed) {}

    @Override
    public Boundary boundary(CloseQuiz command) {
        return Boundary.of(QuizVersions.QUIZZES.of(command.quizId().value()));
    }

    @Override
    public State initial() {
        return new State(null, false, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case QuizDrafted drafted -> new State(drafted.brandId(), false, false);
            case QuizPublished published -> new State(published.brandId(), true, false);
            case QuizClosed closed -> new State(closed.brandId(), true, true);
            default -> state;
        };
    }

    @Override
    public List<QuizClosed> decide(CloseQuiz command, State state, Instant now) {
        if (!command.brandId().equals(state.brandId())) {
            throw new NotFound("quiz");
        }
        if (!state.published()) {
            throw new QuizNotPublished();
        }
        return state.closed() ? List.of() : List.of(new QuizClosed(command.quizId(), command.brandId()));
    }
}
