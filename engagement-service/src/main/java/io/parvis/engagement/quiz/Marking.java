package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.Question.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Marks an attempt. Every question is rounded to two decimals by itself (half up) and the score is their sum, so that a
 * sheet adds up.
 *
 * <ul>
 *   <li>{@code single}, {@code true-false}: all points for the right option.
 *   <li>{@code multiple}: points × max(0, right ones chosen − wrong ones chosen) ÷ right ones there are. Partly right is
 *       worth a part, and ticking everything is not worth more than knowing.
 *   <li>{@code number}, exact: all points within the tolerance, its end included.
 *   <li>{@code number}, closeness: points × max(0, 1 − |error| ÷ tolerance); a tolerance of 0 is exact.
 * </ul>
 *
 * @param score the points of all questions
 * @param band the place, from 0, of the band of advice that the score falls into; absent where there are none
 */
public record Marking(
        List<Mark> marks,
        BigDecimal score,
        BigDecimal maxScore,
        @Nullable Integer band,
        boolean passed) {

    private static final int DECIMALS = QuizContent.DECIMALS;

    /** @param answers the last one given to each question; nothing where it was not answered */
    public static Marking of(QuizContent content, Map<QuestionId, GivenAnswer> answers) {
        var marks = content.questions().stream()
                .map(question -> mark(question, answers.getOrDefault(question.id(), GivenAnswer.NOTHING)))
                .toList();
        var score = marks.stream()
                .map(Mark::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        boolean passed = content.passScore() == null ? !answers.isEmpty() : score.compareTo(content.passScore()) >= 0;
        return new Marking(marks, score, content.maxScore(), bandOf(content, score), passed);
    }

    private static Mark mark(Question question, GivenAnswer given) {
        var points = given.isSomething() ? points(question, given) : BigDecimal.ZERO;
        return new Mark(
                question.id(),
                given.optionIds(),
                given.number(),
                points.setScale(DECIMALS, RoundingMode.HALF_UP),
                isRight(question, given));
    }

    private static boolean isRight(Question question, GivenAnswer given) {
        var asked = question.answer();
        if (asked == null) {
            return new HashSet<>(given.chosen()).equals(new HashSet<>(question.correctOptionIds()));
        }
        return given.number() != null
                && missedBy(asked, given.number())
                                .compareTo(asked.scoresCloseness() ? BigDecimal.ZERO : asked.toleranceOrNone())
                        <= 0;
    }

    private static BigDecimal points(Question question, GivenAnswer given) {
        var asked = question.answer();
        return switch (question.type()) {
            case SINGLE, TRUE_FALSE -> isRight(question, given) ? question.points() : BigDecimal.ZERO;
            case MULTIPLE -> partly(question, given.chosen());
            case NUMBER ->
                Objects.requireNonNull(asked).scoresCloseness()
                        ? byCloseness(question.points(), asked, Objects.requireNonNull(given.number()))
                        : isRight(question, given) ? question.points() : BigDecimal.ZERO;
        };
    }

    private static BigDecimal partly(Question question, List<OptionId> chosen) {
        var correct = new HashSet<>(question.correctOptionIds());
        long right = chosen.stream().filter(correct::contains).count();
        long counted = Math.max(0, right - (chosen.size() - right));
        return question.points()
                .multiply(BigDecimal.valueOf(counted))
                .divide(BigDecimal.valueOf(correct.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Divided once, at the end: rounding the quotient first would move points. */
    private static BigDecimal byCloseness(BigDecimal points, Answer asked, BigDecimal number) {
        var tolerance = asked.toleranceOrNone();
        return points.multiply(tolerance.subtract(missedBy(asked, number)).max(BigDecimal.ZERO))
                .divide(tolerance, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal missedBy(Answer asked, BigDecimal number) {
        return number.subtract(asked.number()).abs();
    }

    private static @Nullable Integer bandOf(QuizContent content, BigDecimal score) {
        var bands = content.bandsOrNone();
        for (int i = 0; i < bands.size() - 1; i++) {
            if (score.compareTo(bands.get(i).to()) < 0) {
                return i;
            }
        }
        return bands.isEmpty() ? null : bands.size() - 1;
    }
}
