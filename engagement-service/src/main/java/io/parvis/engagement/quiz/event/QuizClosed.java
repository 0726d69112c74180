package io.parvis.engagement.quiz.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Nothing is answered any more, and the key may be read. */
@Event(namespace = "engagement", name = "QuizClosed", version = "1")
public record QuizClosed(
        @EventTag(key = QuizTags.LIFE) @EventTag(key = QuizTags.OFFER) @EventTag(key = QuizTags.QUIZ)
        QuizId quizId,

        @EventTag(key = "brand") BrandId brandId) {}
