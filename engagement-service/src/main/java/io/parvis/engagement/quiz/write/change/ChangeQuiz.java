package io.parvis.engagement.quiz.write.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizContent.Attempts;
import io.parvis.engagement.quiz.QuizContent.Band;
import io.parvis.engagement.quiz.QuizContent.Kind;
import io.parvis.engagement.quiz.QuizContent.Question;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record ChangeQuiz(String quizId, String brandId, Changes changes) {

    /**
     * What is given replaces what was there, a list as a whole; what is absent stays.
     *
     * @param without what the quiz shall no longer have
     */
    @Schema(name = "QuizChanges")
    record Changes(
            @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String title,

            @Nullable Kind kind,
            @Nullable Duration timeLimit,
            @Nullable @Valid Attempts attempts,
            @Nullable Boolean shuffle,
            @Nullable Instant closesAt,

            @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 2)
            BigDecimal passScore,

            @Nullable @Size(min = 1, max = QuizContent.MAX_QUESTIONS)
            List<@NotNull @Valid Question> questions,

            @Nullable @Size(max = 50) List<@NotNull @Valid Band> bands,
            @Nullable @Size(max = 4) List<@NotNull Omissible> without) {

        QuizContent applyTo(QuizContent before) {
            return new QuizContent(
                    or(title, before.title()),
                    or(kind, before.kind()),
                    orNone(Omissible.TIME_LIMIT, timeLimit, before.timeLimit()),
                    or(attempts, before.attempts()),
                    or(shuffle, before.shuffle()),
                    orNone(Omissible.CLOSES_AT, closesAt, before.closesAt()),
                    orNone(Omissible.PASS_SCORE, passScore, before.passScore()),
                    or(questions, before.questions()),
                    orNone(Omissible.BANDS, bands, before.bands()));
        }

        private <T> @Nullable T orNone(Omissible field, @Nullable T now, @Nullable T before) {
            return without != null && without.contains(field) ? null : or(now, before);
        }

        private static <T extends @Nullable Object> T or(@Nullable T now, T before) {
            return now == null ? before : now;
        }
    }

    /** What a quiz need not have, by its name. */
    @Schema(name = "QuizOptionalField")
    enum Omissible {
        @JsonProperty("timeLimit")
        TIME_LIMIT,
        @JsonProperty("closesAt")
        CLOSES_AT,
        @JsonProperty("passScore")
        PASS_SCORE,
        @JsonProperty("bands")
        BANDS
    }
}
