package io.parvis.engagement.quiz.read.statistics;

import io.parvis.engagement.quiz.Question;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.read.statistics.Tally.OfQuestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a quiz is answered, over all finished attempts.
 *
 * @param averageScore points, two decimals; absent where no attempt is finished
 */
record QuizStatistics(
        String quizId,
        int finished,
        int passed,
        @Nullable BigDecimal averageScore,
        BigDecimal maxScore,
        List<OneQuestion> questions) {

    /**
     * @param right how often the answer was wholly right
     * @param averagePoints over all finished attempts, those included that left it out; absent where there are none
     * @param options absent where a number is asked for
     */
    @Schema(name = "QuizQuestionStatistics")
    record OneQuestion(
            String questionId,
            int answered,
            int right,
            @Nullable BigDecimal averagePoints,
            BigDecimal points,
            @Nullable List<OneOption> options) {}

    @Schema(name = "QuizOptionStatistics")
    record OneOption(String optionId, int chosen) {}

    static QuizStatistics of(String quizId, QuizContent content, Tally tally) {
        return new QuizStatistics(
                quizId,
                tally.finished(),
                tally.passed(),
                average(tally.score(), tally.finished()),
                content.maxScore(),
                content.questions().stream()
                        .map(question -> of(
                                question,
                                tally.questions().getOrDefault(question.questionId(), OfQuestion.NONE),
                                tally.finished()))
                        .toList());
    }

    private static OneQuestion of(Question question, OfQuestion tally, int finished) {
        var options = question.optionsOrNone().stream()
                .map(option -> new OneOption(option.optionId(), tally.chosen().getOrDefault(option.optionId(), 0)))
                .toList();
        return new OneQuestion(
                question.questionId(),
                tally.answered(),
                tally.right(),
                average(tally.points(), finished),
                question.points(),
                options.isEmpty() ? null : options);
    }

    private static @Nullable BigDecimal average(BigDecimal sum, int count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }
}
