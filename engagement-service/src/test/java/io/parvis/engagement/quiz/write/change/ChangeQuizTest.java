package io.parvis.engagement.quiz.write.change;

import static io.parvis.edge.json.Patches.mergePatch;
import static io.parvis.edge.json.Patches.patch;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.band;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class ChangeQuizTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizDrafted DRAFTED = new QuizDrafted(QUIZ_ID, BRAND, QUIZ);
    private static final QuizChanged CHANGED = new QuizChanged(QUIZ_ID, BRAND, with(QUIZ, "0.5", band("0", "1")));

    private final ChangeQuizHandler handler = new ChangeQuizHandler(mergePatch());

    @Test
    void changesWhatIsSentAndLeavesTheRestOfTheNewestDraft() {
        decider(handler)
                .given(brand(), DRAFTED, CHANGED)
                .when(change(BRAND, "{\"passScore\": 1}"))
                .then(new QuizChanged(QUIZ_ID, BRAND, with(QUIZ, "1", band("0", "1"))));
    }

    @Test
    void recordsNothingWhereTheSameIsSentAgain() {
        decider(handler)
                .given(brand(), DRAFTED)
                .when(change(BRAND, "{\"title\": \"Quiz\"}"))
                .thenNothing();
    }

    @Test
    void changesNothingToWhatDoesNotHoldAsAWhole() {
        decider(handler)
                .given(brand(), DRAFTED)
                .when(change(BRAND, "{\"passScore\": 2}"))
                .thenRefused(InvalidRequest.class);
    }

    @Test
    void changesNothingOncePublished() {
        decider(handler)
                .given(brand(), DRAFTED, new QuizPublished(QUIZ_ID, BRAND, QUIZ))
                .when(change(BRAND, "{\"title\": \"Another\"}"))
                .thenRefused(QuizIsNoDraft.class);
    }

    @Test
    void changesNothingForAnArchivedBrand() {
        decider(handler)
                .given(brand(), DRAFTED, new BrandArchived(BRAND))
                .when(change(BRAND, "{\"title\": \"Another\"}"))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(handler)
                .given(brand(), brand(ANOTHER_BRAND), DRAFTED)
                .when(change(ANOTHER_BRAND, "{\"title\": \"Another\"}"))
                .thenRefused(NotFound.class);
    }

    private static ChangeQuiz change(BrandId brandId, String json) {
        return new ChangeQuiz(QUIZ_ID, brandId, patch(json));
    }
}
