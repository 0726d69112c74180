package io.parvis.engagement.quiz;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.edge.value.Prose;
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

            @NotBlank @Prose @Size(max = 2000) String advice) {

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
