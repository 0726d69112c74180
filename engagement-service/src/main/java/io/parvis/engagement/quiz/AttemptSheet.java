package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parvis.engagement.quiz.QuizContent.Band;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.AttemptStarted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as its fan may see it, from the first question to the last advice.
 *
 * @param ordinal 1 for the fan's first at this quiz
 * @param state {@code in-progress} or {@code finished}
 * @param dueAt when it ends by itself; absent where it does not
 * @param questions in the order of this attempt
 * @param score absent until finished; and, where it would tell the number that was asked for, until the fan has no
 *     attempt left or the quiz is closed
 * @param band with its advice; absent until the fan has no attempt left or the quiz is closed
 */
@Schema(name = "QuizAttempt")
public record AttemptSheet(
        String attemptId,
        String quizId,
        String fanId,
        int ordinal,
        String state,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable EndedBy endedBy,
        @Nullable BigDecimal score,
        BigDecimal maxScore,
        @Nullable Boolean passed,
        @Nullable Band band,
        List<Line> questions) {

    public static final String IN_PROGRESS = "in-progress";
    public static final String FINISHED = "finished";

    /** A question, what the fan answered, and (once it may be told) what became of it. */
    @Schema(name = "QuizAttemptQuestion")
    public record Line(
            @JsonUnwrapped PaperQuestion question,
            @Nullable List<String> optionIds,
            @Nullable BigDecimal number,
            @JsonUnwrapped @Nullable LineResult result) {}

    /** @param answers given so far, by question */
    public static AttemptSheet inProgress(
            AttemptStarted started, QuizContent content, Map<String, GivenAnswer> answers) {
        var lines = PaperQuestion.of(content, started.attemptId().value()).stream()
                .map(question -> {
                    var given = answers.getOrDefault(question.questionId(), GivenAnswer.NOTHING);
                    return new Line(question, OptionId.texts(given.optionIds()), given.number(), null);
                })
                .toList();
        return new AttemptSheet(
                started.attemptId().value(),
                started.quizId().value(),
                started.fanId().value(),
                started.ordinal(),
                IN_PROGRESS,
                started.startedAt(),
                started.dueAt(),
                null,
                null,
                null,
                content.maxScore(),
                null,
                null,
                lines);
    }

    /** @param keyIsFree whether the fan has no attempt left, or the quiz is closed */
    public static AttemptSheet finished(AttemptFinished finished, QuizContent content, boolean keyIsFree) {
        boolean scoreIsFree = keyIsFree || !content.scoreTellsTheKey();
        return new AttemptSheet(
                finished.attemptId().value(),
                finished.quizId().value(),
                finished.fanId().value(),
                finished.ordinal(),
                FINISHED,
                finished.startedAt(),
                null,
                finished.finishedAt(),
                finished.endedBy(),
                scoreIsFree ? finished.score() : null,
                finished.maxScore(),
                scoreIsFree ? finished.passed() : null,
                keyIsFree && finished.band() != null ? content.bandsOrNone().get(finished.band()) : null,
                lines(finished, content, keyIsFree));
    }

    private static List<Line> lines(AttemptFinished finished, QuizContent content, boolean keyIsFree) {
        var marks = finished.marks().stream()
                .collect(Collectors.toMap(mark -> mark.questionId().value(), Function.identity()));
        var keys = content.questions().stream().collect(Collectors.toMap(Question::questionId, Function.identity()));
        return PaperQuestion.of(content, finished.attemptId().value()).stream()
                .map(question -> {
                    var mark = marks.get(question.questionId());
                    var result = keyIsFree ? LineResult.of(keys.get(question.questionId()), mark) : null;
                    return new Line(question, OptionId.texts(mark.optionIds()), mark.number(), result);
                })
                .toList();
    }
}
