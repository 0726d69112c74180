package io.parvis.engagement.quiz;

import io.parvis.engagement.id.FanId;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which quizzes and attempts are decided. */
public final class QuizTags {

    /** The few events of a quiz's life, its drafts included. */
    public static final String LIFE = "quiz-life";

    /** What is offered and until when: two events at most, however often the draft was changed. */
    public static final String OFFER = "quiz-offer";

    /** One attempt. */
    public static final String ATTEMPT = "attempt";

    /** How many attempts one fan has begun and ended at one quiz. */
    public static final String ATTEMPTS = "attempts";

    /** All of one quiz: for the order in which views see it, never for deciding. */
    public static final String QUIZ = "quiz";

    private QuizTags() {}

    public static Tag life(QuizId quizId) {
        return Tag.of(LIFE, quizId.value());
    }

    public static Tag attempt(AttemptId attemptId) {
        return Tag.of(ATTEMPT, attemptId.value());
    }

    public static Tag attempts(QuizId quizId, FanId fanId) {
        return Tag.of(ATTEMPTS, attemptsValue(quizId, fanId));
    }

    public static String attemptsValue(QuizId quizId, FanId fanId) {
        return quizId + "/" + fanId;
    }
}
