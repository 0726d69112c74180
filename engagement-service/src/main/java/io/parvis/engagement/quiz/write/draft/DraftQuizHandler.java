package io.parvis.engagement.quiz.write.draft;

import io.parvis.contracts.presence.BrandLife;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.quiz.QuizCheck;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class DraftQuizHandler implements Decider<DraftQuiz, BrandLife> {

    @Override
    public Boundary boundary(DraftQuiz command) {
        return Boundary.reading(BrandGuard.life(command.brandId()));
    }

    @Override
    public BrandLife initial() {
        return BrandLife.UNKNOWN;
    }

    @Override
    public BrandLife evolve(BrandLife life, Object event) {
        return life.evolve(event);
    }

    @Override
    public List<QuizDrafted> decide(DraftQuiz command, BrandLife life, Instant now) {
        BrandGuard.mustBeActive(life);
        QuizCheck.mustHold(command.content());
        return List.of(new QuizDrafted(command.quizId(), command.brandId(), command.content()));
    }
}
