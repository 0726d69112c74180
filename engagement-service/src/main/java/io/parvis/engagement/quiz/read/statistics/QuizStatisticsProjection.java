package io.parvis.engagement.quiz.read.statistics;

import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class QuizStatisticsProjection implements Projection {

    /** The statistics of a quiz; no command changes them. */
    private static final ResourceType FINISHED =
            ResourceType.tagged(QuizTags.QUIZ, QuizPublished.class, AttemptFinished.class);

    @Override
    public String name() {
        return "engagement.quiz-statistics";
    }

    @Override
    public String sequencedBy() {
        return QuizTags.QUIZ;
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(FINISHED, QuizStatisticsView.class);
    }

    @EventHandler
    Uni<Void> on(QuizPublished event, Mutiny.Session session) {
        return session.persist(new QuizStatisticsView(event.quizId().value()));
    }

    @EventHandler
    Uni<?> on(AttemptFinished event, Mutiny.Session session) {
        return session.find(QuizStatisticsView.class, event.quizId().value())
                .invoke(statistics -> statistics.tally(statistics.toTally().with(event)));
    }
}
