package io.parvis.engagement.quiz;

import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Published quizzes, from the log itself: whoever starts or ends an attempt is shown its questions in the answer, and a
 * view may not have heard of a quiz that was published a moment ago.
 */
@ApplicationScoped
public class PublishedQuizzes {

    /** It is published and it is closed. */
    private static final int EVENTS = 2;

    private final EventReader log;
    private final EventConverter converter;

    PublishedQuizzes(EventReader log, EventConverter converter) {
        this.log = log;
        this.converter = converter;
    }

    /** On the caller's context; fails with {@link NotFound} where the brand has published no such quiz. */
    public Uni<QuizContent> content(String brandId, String quizId) {
        var offer = Tag.of(QuizTags.OFFER, Ids.valid(quizId, "quiz"));
        var context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(() -> log.tagged(offer, 0, EVENTS))
                .emitOn(answer -> context.runOnContext(now -> answer.run()))
                .map(events -> published(events, brandId));
    }

    private QuizContent published(List<RecordedEvent> events, String brandId) {
        var name = EventType.of(QuizPublished.class).qualifiedName();
        return events.stream()
                .filter(event -> event.type().qualifiedName().equals(name))
                .map(event -> event.payloadAs(QuizPublished.class, converter))
                .filter(published -> published.brandId().equals(brandId))
                .findFirst()
                .orElseThrow(() -> new NotFound("quiz"))
                .content();
    }
}
