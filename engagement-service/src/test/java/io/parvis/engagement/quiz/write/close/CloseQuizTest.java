package io.parvis.engagement.quiz.write.close;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class CloseQuizTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizDrafted DRAFTED = new QuizDrafted(QUIZ_ID, BRAND, QUIZ);
    private static final QuizPublished PUBLISHED = new QuizPublished(QUIZ_ID, BRAND, QUIZ);
    private static final QuizClosed CLOSED = new QuizClosed(QUIZ_ID, BRAND);
    private static final CloseQuiz CLOSE = new CloseQuiz(QUIZ_ID, BRAND);

    @Test
    void closesAPublishedQuiz() {
        decider(new CloseQuizHandler()).given(DRAFTED, PUBLISHED).when(CLOSE).then(CLOSED);
    }

    @Test
    void closesOnce() {
        decider(new CloseQuizHandler())
                .given(DRAFTED, PUBLISHED, CLOSED)
                .when(CLOSE)
                .thenNothing();
    }

    @Test
    void closesNoDraft() {
        decider(new CloseQuizHandler()).given(DRAFTED).when(CLOSE).thenRefused(QuizNotPublished.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(new CloseQuizHandler())
                .given(DRAFTED, PUBLISHED)
                .when(new CloseQuiz(QUIZ_ID, new BrandId("b2")))
                .thenRefused(NotFound.class);
    }
}
