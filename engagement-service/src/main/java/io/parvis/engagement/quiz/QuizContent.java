package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A quiz or game as its author writes it, key and advice included. {@link QuizCheck} says what else must be true of it.
 *
 * @param timeLimit of one attempt, ISO 8601, 1 second to 30 days; none where absent
 * @param attempts one where absent
 * @param shuffle whether each attempt has its own order of questions and options; the author's where absent
 * @param closesAt the first instant at which nothing is answered any more; closed by hand only where absent
 * @param passScore the points from which an attempt is passed; where absent, whoever answered anything has passed
 * @param bands advice by score, in ascending order, from 0 to the highest possible score
 */
@Schema(name = "QuizContent")
public record QuizContent(
        @NotBlank @Size(max = 200) String title,
        @NotNull Kind kind,
        @Nullable Duration timeLimit,
        @Nullable @Valid Attempts attempts,
        @Nullable Boolean shuffle,
        @Nullable Instant closesAt,

        @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 2)
        BigDecimal passScore,

        @NotEmpty @Size(max = MAX_QUESTIONS) List<@NotNull @Valid Question> questions,
        @Nullable @Size(max = 50) List<@NotNull @Valid Band> bands) {

    public static final int MAX_QUESTIONS = 100;

    public QuizContent {
        passScore = Decimals.plain(passScore);
    }

    /** Points have two decimals. */
    static final int DECIMALS = 2;

    /** What it is for: a quiz gives advice, a game teaches by guessing. Both work alike. */
    @Schema(name = "QuizKind")
    public enum Kind {
        @JsonProperty("quiz")
        QUIZ,
        @JsonProperty("game")
        GAME
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

    /** Which of a fan's attempts counts. */
    @Schema(name = "QuizAttemptThatCounts")
    public enum Counts {
        @JsonProperty("highest")
        HIGHEST,
        @JsonProperty("first")
        FIRST,
        @JsonProperty("last")
        LAST
    }

    /**
     * @param allowed per fan; one where absent
     * @param counts the highest where absent; of equal ones the earlier
     */
    @Schema(name = "QuizAttempts")
    public record Attempts(
            @Nullable @Min(1) @Max(20) Integer allowed,
            @Nullable Counts counts) {}

    /**
     * @param questionId the author's own, unique in the quiz; fans see it, so it must not tell the answer
     * @param options of every type but {@code number}
     * @param answer of {@code number} only
     * @param points for a wholly right answer
     * @param advice whatever the answer was
     */
    @Schema(name = "QuizQuestion")
    public record Question(
            @NotNull @QuizId String questionId,
            @NotNull QuestionType type,
            @NotBlank @Size(max = 2000) String text,
            @Nullable @Size(max = 20) List<@NotNull @Valid Option> options,
            @Nullable @Valid Answer answer,

            @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = DECIMALS)
            BigDecimal points,

            @Nullable @Size(max = 2000) String advice) {

        public Question {
            points = Decimals.plain(points);
        }

        /** Its options, in the author's order; none where a number is asked for. */
        public List<Option> optionsOrNone() {
            return options == null ? List.of() : options;
        }

        /** The ids of the right options, in the author's order. */
        public List<String> correctOptionIds() {
            return optionsOrNone().stream()
                    .filter(Option::correct)
                    .map(Option::optionId)
                    .toList();
        }
    }

    /**
     * @param optionId the author's own, unique in the question; fans see it, so it must not tell whether it is right
     * @param advice for whoever chose it
     */
    @Schema(name = "QuizOption")
    public record Option(
            @NotNull @QuizId String optionId,
            @NotBlank @Size(max = 1000) String text,
            boolean correct,
            @Nullable @Size(max = 2000) String advice) {}

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

    /**
     * What is said to whoever scored from here to there.
     *
     * @param from points, included
     * @param to points, excluded, but for the last band
     */
    @Schema(name = "QuizBand")
    public record Band(
            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = DECIMALS)
            BigDecimal from,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = DECIMALS)
            BigDecimal to,

            @NotBlank @Size(max = 2000) String advice) {

        public Band {
            from = Decimals.plain(from);
            to = Decimals.plain(to);
        }
    }

    /** The points of all questions together. */
    public BigDecimal maxScore() {
        return questions.stream()
                .map(Question::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    public int attemptsAllowed() {
        return attempts == null ? 1 : Objects.requireNonNullElse(attempts.allowed(), 1);
    }

    public Counts whichCounts() {
        return attempts == null ? Counts.HIGHEST : Objects.requireNonNullElse(attempts.counts(), Counts.HIGHEST);
    }

    public boolean shuffled() {
        return Boolean.TRUE.equals(shuffle);
    }

    public List<Band> bandsOrNone() {
        return bands == null ? List.of() : bands;
    }

    /** Whether its own closing time has come. */
    public boolean isOverAt(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /** Where a number's points fall with the distance, a score tells the number: it is part of the key. */
    public boolean scoreTellsTheKey() {
        return questions.stream()
                .anyMatch(question ->
                        question.answer() != null && question.answer().scoresCloseness());
    }
}
