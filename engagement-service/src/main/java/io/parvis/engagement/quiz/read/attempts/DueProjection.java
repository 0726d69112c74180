package io.parvis.engagement.quiz.read.attempts;

import static io.parvis.engagement.quiz.DueSubject.ATTEMPT_ENDS;
import static io.parvis.engagement.quiz.DueSubject.QUIZ_CLOSES;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.DueSubject;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.todo.ToDoList;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is to end, and when. It goes by the quiz, so that at a closing it knows every attempt that was started before:
 * those are ended then, whatever their own time limit.
 */
@Singleton
class DueProjection implements Projection {

    @Override
    public String name() {
        return "engagement.quizzes-due";
    }

    @Override
    public String sequencedBy() {
        return QuizTags.QUIZ;
    }

    @EventHandler
    Uni<Void> on(QuizPublished event, Mutiny.Session session) {
        var closesAt = event.content().closesAt();
        return closesAt == null
                ? Uni.createFrom().voidItem()
                : ToDoList.put(session, QUIZ_CLOSES, quiz(event.brandId(), event.quizId()), closesAt);
    }

    @EventHandler
    Uni<Void> on(QuizClosed event, Mutiny.Session session, RecordedEvent recorded) {
        return ToDoList.done(session, QUIZ_CLOSES, quiz(event.brandId(), event.quizId()))
                .chain(() -> ToDoList.putAll(
                        session,
                        ATTEMPT_ENDS,
                        recorded.recordedAt(),
                        "select subject from open_attempt where quiz_id = ?3",
                        event.quizId().value()));
    }

    @EventHandler
    Uni<Void> on(AttemptStarted event, Mutiny.Session session) {
        var subject = new DueSubject(event.brandId(), event.quizId(), event.attemptId()).text();
        var open = session.persist(
                new OpenAttemptView(event.attemptId().value(), event.quizId().value(), subject));
        return event.dueAt() == null
                ? open
                : open.chain(() -> ToDoList.put(session, ATTEMPT_ENDS, subject, event.dueAt()));
    }

    @EventHandler
    Uni<Void> on(AttemptFinished event, Mutiny.Session session) {
        return session.find(OpenAttemptView.class, event.attemptId().value())
                .chain(session::remove)
                .chain(() -> ToDoList.done(
                        session,
                        ATTEMPT_ENDS,
                        new DueSubject(event.brandId(), event.quizId(), event.attemptId()).text()));
    }

    private static String quiz(BrandId brandId, QuizId quizId) {
        return new DueSubject(brandId, quizId, null).text();
    }
}
