package io.parvis.engagement.quiz.read.quizzes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.QuizVersions;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class QuizProjection implements Projection {

    @Override
    public String name() {
        return "engagement.quizzes";
    }

    @Override
    public String sequencedBy() {
        return QuizTags.QUIZ;
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(QuizVersions.QUIZZES, QuizView.class);
    }

    @EventHandler
    Uni<Void> on(QuizDrafted event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new QuizView(event, json(event.content()), recorded.position()));
    }

    @EventHandler
    Uni<?> on(QuizChanged event, Mutiny.Session session) {
        return change(session, event.quizId(), quiz -> quiz.content = json(event.content()));
    }

    @EventHandler
    Uni<?> on(QuizPublished event, Mutiny.Session session) {
        return change(session, event.quizId(), quiz -> quiz.state = QuizView.PUBLISHED);
    }

    @EventHandler
    Uni<?> on(QuizClosed event, Mutiny.Session session) {
        return change(session, event.quizId(), quiz -> quiz.state = QuizView.CLOSED);
    }

    private static Uni<?> change(Mutiny.Session session, QuizId quizId, Consumer<QuizView> change) {
        return session.find(QuizView.class, quizId.value()).invoke(change);
    }

    private static String json(QuizContent content) {
        try {
            return EventJson.mapper().writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
