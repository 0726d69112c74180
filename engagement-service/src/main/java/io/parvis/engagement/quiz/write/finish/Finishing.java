package io.parvis.engagement.quiz.write.finish;

import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.Marking;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.AttemptStarted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** How an open attempt ends, whoever ends it. */
final class Finishing {

    private Finishing() {}

    /** @param at the time of ending; where the attempt was due before, it ended then */
    static AttemptFinished of(AttemptState state, AttemptStarted attempt, Instant at) {
        var content = Objects.requireNonNull(state.content());
        var marking = Marking.of(content, state.answers());
        var due = attempt.dueAt();
        boolean overdue = due != null && !at.isBefore(due);
        return new AttemptFinished(
                attempt.attemptId(),
                attempt.quizId(),
                attempt.brandId(),
                attempt.fanId(),
                attempt.ordinal(),
                marking.score(),
                marking.maxScore(),
                marking.band(),
                marking.passed(),
                endedBy(state, content, at, overdue),
                attempt.startedAt(),
                overdue ? due : at.truncatedTo(ChronoUnit.MICROS),
                marking.marks());
    }

    private static EndedBy endedBy(AttemptState state, QuizContent content, Instant at, boolean overdue) {
        if (state.closed() || content.isOverAt(at)) {
            return EndedBy.CLOSING;
        }
        return overdue ? EndedBy.TIME_LIMIT : EndedBy.FAN;
    }
}
