package io.parvis.engagement.quiz.read.attempts;

import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.QuizVersions;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class AttemptProjection implements Projection {

    @Override
    public String name() {
        return "engagement.attempts";
    }

    @Override
    public String sequencedBy() {
        return QuizTags.ATTEMPT;
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(QuizVersions.OF_ATTEMPTS, AttemptView.class);
    }

    @EventHandler
    Uni<Void> on(AttemptStarted event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new AttemptView(event, recorded.position()));
    }

    @EventHandler
    Uni<?> on(QuestionAnswered event, Mutiny.Session session) {
        return session.find(AttemptView.class, event.attemptId().value()).invoke(attempt -> {
            var answers = new TreeMap<>(attempt.answersSoFar());
            answers.put(event.questionId().value(), new GivenAnswer(event.optionIds(), event.number()));
            attempt.answers(answers);
        });
    }

    @EventHandler
    Uni<?> on(AttemptFinished event, Mutiny.Session session) {
        return session.find(AttemptView.class, event.attemptId().value()).invoke(attempt -> attempt.finish(event));
    }
}
