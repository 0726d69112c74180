package io.parvis.engagement.quiz.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A fan begins to answer.
 *
 * @param ordinal 1 for the fan's first at this quiz
 * @param startedAt from which the time limit runs
 * @param dueAt when it ends by itself: by its time limit, or because the quiz closes; absent where neither is set
 * @param referralToken of the share link by which the fan came, where it is one of the brand's; whether it
 *     counted is told by {@code CircleJoined}
 */
@Event(namespace = "engagement", name = "AttemptStarted", version = "1")
public record AttemptStarted(
        @EventTag(key = QuizTags.ATTEMPT) AttemptId attemptId,
        @EventTag(key = QuizTags.QUIZ) QuizId quizId,
        BrandId brandId,
        @EventTag(key = "fan") FanId fanId,
        int ordinal,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable String referralToken) {

    @EventTag(key = QuizTags.ATTEMPTS)
    String boundary() {
        return QuizTags.attemptsValue(quizId, fanId);
    }
}
