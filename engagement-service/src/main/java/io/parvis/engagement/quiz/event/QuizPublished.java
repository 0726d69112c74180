package io.parvis.engagement.quiz.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A quiz is offered to the public. It holds the whole content once more, which no longer changes: an attempt is decided
 * with this event and not with a history of drafts. It holds the key, so it is nobody's but this service's.
 */
@Event(namespace = "engagement", name = "QuizPublished", version = "1")
public record QuizPublished(
        @EventTag(key = QuizTags.LIFE) @EventTag(key = QuizTags.OFFER) @EventTag(key = QuizTags.QUIZ)
        QuizId quizId,

        @EventTag(key = "brand") BrandId brandId,
        QuizContent content) {}
