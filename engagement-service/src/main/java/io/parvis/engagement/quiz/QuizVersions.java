package io.parvis.engagement.quiz;

import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.ResourceType;

/** Which events make another version of what. */
public final class QuizVersions {

    /** A quiz that commands change. */
    public static final ResourceType QUIZZES = ResourceType.tagged(
            QuizTags.LIFE, QuizDrafted.class, QuizChanged.class, QuizPublished.class, QuizClosed.class);

    /** An attempt that commands change. */
    public static final ResourceType OF_ATTEMPTS =
            ResourceType.tagged(QuizTags.ATTEMPT, AttemptStarted.class, QuestionAnswered.class, AttemptFinished.class);

    private QuizVersions() {}
}
