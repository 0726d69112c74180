package io.parvis.engagement.quiz.write.publish;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class PublishQuizTest {

    private static final QuizContent FIRST = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizContent SECOND = quiz(choice("q", SINGLE, "2", "+a", "b"));
    private static final QuizDrafted DRAFTED = new QuizDrafted("q1", "b1", FIRST);
    private static final QuizPublished PUBLISHED = new QuizPublished("q1", "b1", FIRST);
    private static final PublishQuiz PUBLISH = new PublishQuiz("q1", "b1");

    @Test
    void publishesTheDraftAsItWasLastChanged() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, new QuizChanged("q1", "b1", SECOND))
                .at(OPENS)
                .when(PUBLISH)
                .then(new QuizPublished("q1", "b1", SECOND));
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
                .given(brand(), DRAFTED, PUBLISHED, new QuizClosed("q1", "b1"))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void publishesNothingThatWouldBeOver() {
        decider(new PublishQuizHandler())
                .given(brand(), new QuizDrafted("q1", "b1", with(FIRST, null, 1, OPENS)))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(QuizOverBeforePublished.class);
    }

    @Test
    void publishesNothingForAnArchivedBrand() {
        decider(new PublishQuizHandler())
                .given(brand(), DRAFTED, new BrandArchived("b1"))
                .at(OPENS)
                .when(PUBLISH)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(new PublishQuizHandler())
                .given(brand(), brand("b2"), DRAFTED)
                .at(OPENS)
                .when(new PublishQuiz("q1", "b2"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoQuizThatWasNeverDrafted() {
        decider(new PublishQuizHandler()).given(brand()).at(OPENS).when(PUBLISH).thenRefused(NotFound.class);
    }
}
