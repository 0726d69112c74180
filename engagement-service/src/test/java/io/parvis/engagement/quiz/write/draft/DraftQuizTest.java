package io.parvis.engagement.quiz.write.draft;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizDrafted;
import org.junit.jupiter.api.Test;

class DraftQuizTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizContent WITHOUT_A_RIGHT_OPTION = quiz(choice("q", SINGLE, "1", "a", "b"));

    @Test
    void draftsAQuizOfAnActiveBrand() {
        decider(new DraftQuizHandler())
                .given(brand())
                .when(new DraftQuiz(QUIZ_ID, BRAND, QUIZ))
                .then(new QuizDrafted(QUIZ_ID, BRAND, QUIZ));
    }

    @Test
    void draftsNothingThatDoesNotHoldAsAWhole() {
        decider(new DraftQuizHandler())
                .given(brand())
                .when(new DraftQuiz(QUIZ_ID, BRAND, WITHOUT_A_RIGHT_OPTION))
                .thenRefused(InvalidRequest.class);
    }

    @Test
    void draftsNothingForAnArchivedBrand() {
        decider(new DraftQuizHandler())
                .given(brand(), new BrandArchived(BRAND))
                .when(new DraftQuiz(QUIZ_ID, BRAND, QUIZ))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new DraftQuizHandler())
                .given(brand(new BrandId("b2")))
                .when(new DraftQuiz(QUIZ_ID, BRAND, QUIZ))
                .thenRefused(NotFound.class);
    }
}
