package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.Question.QuestionType;
import io.parvis.proofs.Sha256;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is asked. It has no place for the key, so that none can slip out with it.
 *
 * @param options absent where a number is asked for
 * @param points for a wholly right answer
 */
@Schema(name = "QuizQuestionAsked")
public record PaperQuestion(
        String questionId,
        QuestionType type,
        String text,
        @Nullable List<PaperOption> options,
        BigDecimal points) {

    /** An option as it is shown. */
    @Schema(name = "QuizOptionShown")
    public record PaperOption(String optionId, String text) {}

    /**
     * The questions in the order of one paper. Where the quiz is shuffled, things stand in the order of a hash over the
     * paper's id and their own: the same at every reading, another on each paper, and independent of the order in which
     * the author wrote them, which often tells what is right.
     *
     * @param paperId of the attempt; of the quiz where it is shown outside of one
     */
    public static List<PaperQuestion> of(QuizContent content, String paperId) {
        return ordered(content, paperId, content.questions().stream(), Question::questionId)
                .map(question -> asked(content, paperId, question))
                .toList();
    }

    private static PaperQuestion asked(QuizContent content, String paperId, Question question) {
        var options =
                question.optionsOrNone().stream().map(option -> new PaperOption(option.optionId(), option.text()));
        var shown = ordered(content, paperId + "/" + question.questionId(), options, PaperOption::optionId)
                .toList();
        return new PaperQuestion(
                question.questionId(),
                question.type(),
                question.text(),
                shown.isEmpty() ? null : shown,
                question.points());
    }

    private static <T> Stream<T> ordered(QuizContent content, String seed, Stream<T> things, Function<T, String> id) {
        return content.shuffled()
                ? things.sorted(Comparator.comparing(thing -> Sha256.hex(seed + "/" + id.apply(thing))))
                : things;
    }
}
