package io.parvis.engagement.quiz;

/**
 * What stands in the to-do list: a quiz, or an attempt at it.
 *
 * @param attemptId empty where it is the quiz itself
 */
public record DueSubject(String brandId, String quizId, String attemptId) {

    public static final String QUIZ_CLOSES = "engagement.quiz-closes";
    public static final String ATTEMPT_ENDS = "engagement.attempt-ends";

    private static final int PARTS = 3;

    /** Ids hold no slash. */
    public String text() {
        return String.join("/", brandId, quizId, attemptId);
    }

    public static DueSubject of(String text) {
        var parts = text.split("/", PARTS);
        return new DueSubject(parts[0], parts[1], parts[2]);
    }
}
