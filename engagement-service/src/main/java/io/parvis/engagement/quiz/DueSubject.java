package io.parvis.engagement.quiz;

import io.parvis.contracts.presence.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the to-do list: a quiz, or an attempt at it.
 *
 * @param attemptId null where it is the quiz itself
 */
public record DueSubject(
        BrandId brandId, QuizId quizId, @Nullable AttemptId attemptId) {

    public static final String QUIZ_CLOSES = "engagement.quiz-closes";
    public static final String ATTEMPT_ENDS = "engagement.attempt-ends";

    private static final int PARTS = 3;

    /** Ids hold no slash. */
    public String text() {
        return brandId + "/" + quizId + "/" + (attemptId == null ? "" : attemptId);
    }

    public static DueSubject of(String text) {
        var parts = text.split("/", PARTS);
        return new DueSubject(
                new BrandId(parts[0]), new QuizId(parts[1]), parts[2].isEmpty() ? null : new AttemptId(parts[2]));
    }
}
