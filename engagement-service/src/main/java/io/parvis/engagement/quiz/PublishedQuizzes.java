package io.parvis.engagement.quiz;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.EventLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Published quizzes, from the log itself: whoever starts or ends an attempt is shown its questions in the answer, and a
 * view may not have heard of a quiz that was published a moment ago.
 */
@ApplicationScoped
public class PublishedQuizzes {

    private final EventLog log;

    PublishedQuizzes(EventLog log) {
        this.log = log;
    }

    /** On the caller's context; fails with {@link NotFound} where the brand has published no such quiz. */
    public Uni<QuizContent> content(BrandId brandId, QuizId quizId) {
        var offer = Tag.of(QuizTags.OFFER, Ids.valid(quizId.value(), "quiz"));
        return log.<@Nullable QuizPublished>fold(
                        Boundary.reading(Criterion.tagged(offer, QuizPublished.class)),
                        null,
                        (first, event) -> first == null ? (QuizPublished) event : first)
                .map(published -> {
                    if (published == null || !published.brandId().equals(brandId)) {
                        throw new NotFound("quiz");
                    }
                    return published.content();
                });
    }
}
