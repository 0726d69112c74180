package io.parvis.engagement.quiz.event;

import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizTags;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A question was answered, or answered anew: the last one counts. Who answered stands with the attempt only.
 *
 * @param optionIds the options chosen; absent where a number was given
 */
@Event(namespace = "engagement", name = "QuestionAnswered", version = "1")
public record QuestionAnswered(
        @EventTag(key = QuizTags.ATTEMPT) AttemptId attemptId,
        QuestionId questionId,
        @Nullable List<OptionId> optionIds,
        @Nullable BigDecimal number) {}
