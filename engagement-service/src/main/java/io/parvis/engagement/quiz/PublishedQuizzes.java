package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.edge.Ids;
import io.parvis.eventing.edge.NotFound;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Published quizzes, from the log itself: whoever starts or ends an attempt is shown its questions in the answer, and a
 * view may not have heard of a quiz that was published a moment ago.
 */
@ApplicationScoped
public class PublishedQuizzes {

    private final PostgresEventStorageEngine engine;
    private final EventConverter converter;

    PublishedQuizzes(PostgresEventStorageEngine engine, EventConverter converter) {
        this.engine = engine;
        this.converter = converter;
    }

    /** Fails with {@link NotFound} where the brand has published no such quiz. */
    public Uni<QuizContent> content(String brandId, String quizId) {
        var criteria = EventCriteria.havingTags(Tag.of(QuizTags.OFFER, Ids.valid(quizId, "quiz")))
                .andBeingOneOfTypes(Set.of(EventType.of(QuizPublished.class).qualifiedName()));
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> engine.source(SourcingCondition.conditionFor(criteria), null)
                        .reduce(
                                Optional.<QuizPublished>empty(),
                                (before, entry) -> entry.message() instanceof RecordedEvent event
                                        ? Optional.of(event.payloadAs(QuizPublished.class, converter))
                                        : before))
                .emitOn(answer -> context.runOnContext(now -> answer.run()))
                .map(found -> found.filter(published -> published.brandId().equals(brandId))
                        .orElseThrow(() -> new NotFound("quiz"))
                        .content());
    }
}
