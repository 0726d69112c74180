package io.parvis.engagement.quiz.write.publish;

import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.QuizVersions;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishing a published quiz changes nothing. */
@Singleton
class PublishQuizHandler implements Decider<PublishQuiz, PublishQuizHandler.State> {

    enum Stage {
        DRAFT,
        PUBLISHED,
        CLOSED
    }

    record State(
            BrandLife brand,
            @Nullable BrandId brandId,
            @Nullable QuizContent content,
            Stage stage) {}

    @Override
    public Boundary boundary(PublishQuiz command) {
        return Boundary.of(QuizVersions.QUIZZES.of(command.quizId().value()), BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null, null, Stage.DRAFT);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case QuizDrafted drafted -> new State(state.brand(), drafted.brandId(), drafted.content(), Stage.DRAFT);
            case QuizChanged changed -> new State(state.brand(), changed.brandId(), changed.content(), Stage.DRAFT);
            case QuizPublished published ->
                new State(state.brand(), published.brandId(), published.content(), Stage.PUBLISHED);
            case QuizClosed closed -> new State(state.brand(), closed.brandId(), state.content(), Stage.CLOSED);
            default -> new State(state.brand().evolve(event), state.brandId(), state.content(), state.stage());
        };
    }

    @Override
    public List<QuizPublished> decide(PublishQuiz command, State state, Instant now) {
        var content = state.content();
        if (content == null || !command.brandId().equals(state.brandId())) {
            throw new NotFound("quiz");
        }
        BrandGuard.mustBeActive(state.brand());
        return switch (state.stage()) {
            case PUBLISHED -> List.of();
            case CLOSED -> throw new QuizIsClosed();
            case DRAFT -> {
                if (content.isOverAt(now)) {
                    throw new QuizOverBeforePublished();
                }
                yield List.of(new QuizPublished(command.quizId(), command.brandId(), content));
            }
        };
    }
}
