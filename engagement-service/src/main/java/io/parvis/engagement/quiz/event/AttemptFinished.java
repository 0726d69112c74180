package io.parvis.engagement.quiz.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizTags;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attempt is over and marked. It holds what was right, so it is nobody's but this service's.
 *
 * @param score points, two decimals
 * @param band the place, from 0, of the band of advice; absent where the quiz has none
 * @param passed by the quiz's pass score; where it has none, because anything was answered
 * @param finishedAt its due time where that had passed
 * @param marks of every question of the quiz, in its order
 */
@Event(namespace = "engagement", name = "AttemptFinished", version = "1")
public record AttemptFinished(
        @EventTag(key = QuizTags.ATTEMPT) AttemptId attemptId,
        @EventTag(key = QuizTags.QUIZ) QuizId quizId,
        BrandId brandId,
        @EventTag(key = "fan") FanId fanId,
        int ordinal,
        BigDecimal score,
        BigDecimal maxScore,
        @Nullable Integer band,
        boolean passed,
        EndedBy endedBy,
        Instant startedAt,
        Instant finishedAt,
        List<Mark> marks) {

    /** What ended it. */
    @Schema(name = "QuizAttemptEndedBy")
    public enum EndedBy {
        @JsonProperty("fan")
        FAN,
        @JsonProperty("time-limit")
        TIME_LIMIT,
        @JsonProperty("closing")
        CLOSING
    }

    @EventTag(key = QuizTags.ATTEMPTS)
    String boundary() {
        return QuizTags.attemptsValue(quizId, fanId);
    }
}
