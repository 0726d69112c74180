package io.parvis.engagement.quiz.read.statistics;

import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class QuizStatisticsProjection implements Projection {

    @Override
    public String name() {
        return "engagement.quiz-statistics";
    }

    @Override
    public String sequencedBy() {
        return QuizTags.QUIZ;
    }

    @EventHandler
    Uni<Void> on(QuizPublished event, Mutiny.Session session, RecordedEvent recorded) {
        return session.persist(new QuizStatisticsView(event.quizId(), recorded.position()));
    }

    @EventHandler
    Uni<?> on(AttemptFinished event, Mutiny.Session session, RecordedEvent recorded) {
        return session.find(QuizStatisticsView.class, event.quizId()).invoke(statistics -> {
            statistics.tally(statistics.toTally().with(event));
            statistics.version = recorded.position();
        });
    }
}
