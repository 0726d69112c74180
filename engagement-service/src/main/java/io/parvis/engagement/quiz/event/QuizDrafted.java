package io.parvis.engagement.quiz.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Somebody wrote down what a quiz would be. */
@Event(namespace = "engagement", name = "QuizDrafted", version = "1")
public record QuizDrafted(
        @EventTag(key = QuizTags.LIFE) @EventTag(key = QuizTags.QUIZ)
        QuizId quizId,

        @EventTag(key = "brand") BrandId brandId,
        QuizContent content) {}
