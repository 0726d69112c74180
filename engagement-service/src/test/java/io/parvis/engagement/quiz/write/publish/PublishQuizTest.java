package io.parvis.engagement.quiz.write.publish;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class PublishQuizTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final QuizId QUIZ = new QuizId("q1");

    private static final QuizContent FIRST = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizContent SECOND = quiz(choice("q", SINGLE, "2", "+a", "b"));
    private static final QuizDrafted DRAFTED = new QuizDrafted(QUIZ, BRAND, FIRST);
    private static final QuizPublished PUBLISHED = new QuizPublished(QUIZ, BRAND, FIRST);
    private static final PublishQuiz PUBLISH = new PublishQuiz(QUIZ, BRAND);

    @Test
    void publishesTheDraftAsItWasLastChanged() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, new QuizChanged(QUIZ, BRAND, SECOND))
                .at(OPENS)
                .when(PUBLISH)
                .then(new QuizPublished(QUIZ, BRAND, SECOND));
    }

    @Test
    void publishesOnce() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, PUBLISHED)
                .at(OPENS)
                .when(PUBLISH)
                .thenNothing();
    }

    @Test
    void publishesNeverAgainOnceClosed() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, PUBLISHED, new QuizClosed(QUIZ, BRAND))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void publishesNothingThatWouldBeOver() {
        decider(new PublishQuizHandler())
                .given(brand(), new QuizDrafted(QUIZ, BRAND, with(FIRST, null, 1, OPENS)))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(QuizOverBeforePublished.class);
    }

    @Test
    void publishesNothingForAnArchivedBrand() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, new BrandArchived(BRAND))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(new PublishQuizHandler())
                .given(brand(), brand(ANOTHER_BRAND), DRAFTED)
                .at(OPENS)
                .when(new PublishQuiz(QUIZ, ANOTHER_BRAND))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoQuizThatWasNeverDrafted() {
        decider(new PublishQuizHandler()).given(brand()).at(OPENS).when(PUBLISH).thenRefused(NotFound.class);
    }
}
