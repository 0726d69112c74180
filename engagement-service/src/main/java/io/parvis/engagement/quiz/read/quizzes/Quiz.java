package io.parvis.engagement.quiz.read.quizzes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parvis.engagement.quiz.PaperQuestion;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizContent.Counts;
import io.parvis.engagement.quiz.QuizContent.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A quiz or a game, as its reader may see it: {@code draft}, {@code published} or {@code closed}. */
@Schema(anyOf = {Quiz.WithKey.class, Quiz.WithoutKey.class})
sealed interface Quiz {

    /** For those who write and approve it; for everybody once it is closed. */
    @Schema(name = "QuizWithKey")
    record WithKey(
            String quizId,
            String state,
            BigDecimal maxScore,
            @JsonUnwrapped QuizContent content) implements Quiz {}

    /** It has no place for the key, so that none can slip out with it. */
    @Schema(name = "QuizWithoutKey")
    record WithoutKey(
            String quizId,
            String state,
            BigDecimal maxScore,
            String title,
            Kind kind,
            @Nullable Duration timeLimit,
            AttemptsAllowed attempts,
            boolean shuffle,
            @Nullable Instant closesAt,
            @Nullable BigDecimal passScore,
            List<PaperQuestion> questions)
            implements Quiz {}

    /** How many attempts a fan has, and which counts. */
    @Schema(name = "QuizAttemptsAllowed")
    record AttemptsAllowed(int allowed, Counts counts) {}

    static Quiz of(QuizView view, boolean mayReadKey) {
        var content = view.toContent();
        return mayReadKey || view.isClosed()
                ? new WithKey(view.quizId, view.state, content.maxScore(), content)
                : new WithoutKey(
                        view.quizId,
                        view.state,
                        content.maxScore(),
                        content.title(),
                        content.kind(),
                        content.timeLimit(),
                        new AttemptsAllowed(content.attemptsAllowed(), content.whichCounts()),
                        content.shuffled(),
                        content.closesAt(),
                        content.passScore(),
                        PaperQuestion.of(content, view.quizId));
    }
}
