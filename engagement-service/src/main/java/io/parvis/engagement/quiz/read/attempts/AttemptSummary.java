package io.parvis.engagement.quiz.read.attempts;

import io.parvis.engagement.quiz.AttemptSheet;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.event.AttemptFinished;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in a list.
 *
 * @param ordinal 1 for the fan's first at this quiz
 * @param state {@code in-progress} or {@code finished}
 * @param score as the attempt itself tells it
 * @param counts whether it is the one of the fan's that counts, of those finished so far; absent where the score is
 */
@Schema(name = "QuizAttemptSummary")
record AttemptSummary(
        String attemptId,
        String fanId,
        int ordinal,
        String state,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable BigDecimal score,
        BigDecimal maxScore,
        @Nullable Boolean passed,
        @Nullable Boolean counts) {

    static AttemptSummary of(AttemptView view, QuizContent content, FanAttempts ofFan, boolean quizIsClosed) {
        var started = view.beginning();
        var finished = view.end();
        return finished == null
                ? new AttemptSummary(
                        view.attemptId,
                        started.fanId().value(),
                        view.ordinal,
                        AttemptSheet.IN_PROGRESS,
                        started.startedAt(),
                        started.dueAt(),
                        null,
                        null,
                        content.maxScore(),
                        null,
                        null)
                : finished(finished, content, ofFan, quizIsClosed);
    }

    private static AttemptSummary finished(
            AttemptFinished finished, QuizContent content, FanAttempts ofFan, boolean quizIsClosed) {
        var told = AttemptSheet.finished(finished, content, quizIsClosed || ofFan.noneIsLeft(content));
        return new AttemptSummary(
                finished.attemptId().value(),
                finished.fanId().value(),
                finished.ordinal(),
                AttemptSheet.FINISHED,
                finished.startedAt(),
                null,
                finished.finishedAt(),
                told.score(),
                told.maxScore(),
                told.passed(),
                told.score() == null ? null : finished.attemptId().value().equals(ofFan.counting(content)));
    }
}
