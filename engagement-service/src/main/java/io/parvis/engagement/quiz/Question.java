package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.value.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question as its author writes it, with its key and advice.
 *
 * @param questionId the author's own, unique in the quiz; fans see it, so it must not tell the answer
 * @param options of every type but {@code number}
 * @param answer of {@code number} only
 * @param points for a wholly right answer
 * @param advice whatever the answer was
 */
@Schema(name = "QuizQuestion")
public record Question(
        @NotNull @AuthoredId String questionId,
        @NotNull QuestionType type,
        @NotBlank @Prose @Size(max = 2000) String text,
        @Nullable @Size(max = 20) List<@NotNull @Valid Option> options,
        @Nullable @Valid Answer answer,

        @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = QuizContent.DECIMALS)
        BigDecimal points,

        @Nullable @Prose @Size(max = 2000) String advice) {

    public Question {
        points = Decimals.plain(points);
    }

    public QuestionId id() {
        return new QuestionId(questionId);
    }

    /** Its options, in the author's order; none where a number is asked for. */
    public List<Option> optionsOrNone() {
        return options == null ? List.of() : options;
    }

    /** The ids of the right options, in the author's order. */
    public List<OptionId> correctOptionIds() {
        return optionsOrNone().stream().filter(Option::correct).map(Option::id).toList();
    }

    /** How a question is answered. */
    @Schema(name = "QuizQuestionType")
    public enum QuestionType {
        @JsonProperty("single")
        SINGLE,
        @JsonProperty("multiple")
        MULTIPLE,
        @JsonProperty("true-false")
        TRUE_FALSE,
        @JsonProperty("number")
        NUMBER
    }

    /** How a number earns points. */
    @Schema(name = "QuizNumberScoring")
    public enum Scoring {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("closeness")
        CLOSENESS
    }

    /**
     * @param optionId the author's own, unique in the question; fans see it, so it must not tell whether it is right
     * @param advice for whoever chose it
     */
    @Schema(name = "QuizOption")
    public record Option(
            @NotNull @AuthoredId String optionId,
            @NotBlank @Prose @Size(max = 1000) String text,
            boolean correct,
            @Nullable @Prose @Size(max = 2000) String advice) {

        public OptionId id() {
            return new OptionId(optionId);
        }
    }

    /**
     * The number asked for.
     *
     * @param tolerance by how much it may be missed; 0 where absent
     * @param scoring exact where absent
     */
    @Schema(name = "QuizNumber")
    public record Answer(
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal number,

            @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 6)
            BigDecimal tolerance,

            @Nullable Scoring scoring) {

        public Answer {
            number = Decimals.plain(number);
            tolerance = Decimals.plain(tolerance);
        }

        public BigDecimal toleranceOrNone() {
            return tolerance == null ? BigDecimal.ZERO : tolerance;
        }

        /** Whether points fall with the distance; with no tolerance there is none. */
        public boolean scoresCloseness() {
            return scoring == Scoring.CLOSENESS && toleranceOrNone().signum() > 0;
        }
    }
}
