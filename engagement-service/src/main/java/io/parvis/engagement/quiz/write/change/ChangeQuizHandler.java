package io.parvis.engagement.quiz.write.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.edge.json.MergePatch;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizCheck;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizVersions;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change that changes nothing records nothing. */
@Singleton
class ChangeQuizHandler implements Decider<ChangeQuiz, ChangeQuizHandler.State> {

    record State(
            BrandLife brand,
            @Nullable BrandId brandId,
            @Nullable QuizContent content,
            boolean published) {}

    private final MergePatch patches;

    ChangeQuizHandler(MergePatch patches) {
        this.patches = patches;
    }

    @Override
    public Boundary boundary(ChangeQuiz command) {
        return Boundary.of(QuizVersions.QUIZZES.of(command.quizId().value()), BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, null, null, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case QuizDrafted drafted -> new State(state.brand(), drafted.brandId(), drafted.content(), false);
            case QuizChanged changed -> new State(state.brand(), changed.brandId(), changed.content(), false);
            case QuizPublished published -> new State(state.brand(), published.brandId(), published.content(), true);
            default -> new State(state.brand().evolve(event), state.brandId(), state.content(), state.published());
        };
    }

    @Override
    public List<QuizChanged> decide(ChangeQuiz command, State state, Instant now) {
        var before = state.content();
        if (before == null || !command.brandId().equals(state.brandId())) {
            throw new NotFound("quiz");
        }
        BrandGuard.mustBeActive(state.brand());
        if (state.published()) {
            throw new QuizIsNoDraft();
        }
        var changes = patches.changes(before, command.patch());
        var after = patches.applied(before, changes, QuizContent.class);
        QuizCheck.mustStillHold(before, after, names(changes));
        return after.equals(before) ? List.of() : List.of(new QuizChanged(command.quizId(), command.brandId(), after));
    }

    private static Set<String> names(ObjectNode patch) {
        var names = new HashSet<String>();
        patch.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
