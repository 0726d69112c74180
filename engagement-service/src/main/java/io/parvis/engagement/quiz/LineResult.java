package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.Question.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an answer, and what would have been right: the key, for whoever may have it.
 *
 * @param earned points, two decimals
 * @param right whether it was wholly right
 * @param correctOptionIds absent where a number was asked for
 * @param correctNumber absent where options were to choose from
 * @param advice of the options chosen, then of the question
 */
@Schema(name = "QuizQuestionResult")
public record LineResult(
        BigDecimal earned,
        boolean right,
        @Nullable List<String> correctOptionIds,
        @Nullable BigDecimal correctNumber,
        List<String> advice) {

    static LineResult of(Question question, Mark mark) {
        var ofChosen = question.optionsOrNone().stream()
                .filter(option -> mark.answer().chosen().contains(option.id()))
                .map(Option::advice);
        var asked = question.answer();
        return new LineResult(
                mark.points(),
                mark.right(),
                asked == null ? OptionId.texts(question.correctOptionIds()) : null,
                asked == null ? null : asked.number(),
                Stream.concat(ofChosen, Stream.ofNullable(question.advice()))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
