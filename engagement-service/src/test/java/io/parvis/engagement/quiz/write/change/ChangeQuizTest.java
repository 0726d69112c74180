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
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import org.junit.jupiter.api.Test;

class ChangeQuizTest {

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizDrafted DRAFTED = new QuizDrafted("q1", "b1", QUIZ);
    private static final QuizChanged CHANGED = new QuizChanged("q1", "b1", with(QUIZ, "0.5", band("0", "1")));

    private final ChangeQuizHandler handler = new ChangeQuizHandler(mergePatch());

    @Test
    void changesWhatIsSentAndLeavesTheRestOfTheNewestDraft() {
        decider(handler)
                .given(brand(), DRAFTED, CHANGED)
                .when(change("b1", "{\"passScore\": 1}"))
                .then(new QuizChanged("q1", "b1", with(QUIZ, "1", band("0", "1"))));
    }

    @Test
    void recordsNothingWhereTheSameIsSentAgain() {
        decider(handler)
                .given(brand(), DRAFTED)
                .when(change("b1", "{\"title\": \"Quiz\"}"))
                .thenNothing();
    }

    @Test
    void changesNothingToWhatDoesNotHoldAsAWhole() {
        decider(handler)
                .given(brand(), DRAFTED)
                .when(change("b1", "{\"passScore\": 2}"))
                .thenRefused(InvalidRequest.class);
    }

    @Test
    void changesNothingOncePublished() {
        decider(handler)
                .given(brand(), DRAFTED, new QuizPublished("q1", "b1", QUIZ))
                .when(change("b1", "{\"title\": \"Another\"}"))
                .thenRefused(QuizIsNoDraft.class);
    }

    @Test
    void changesNothingForAnArchivedBrand() {
        decider(handler)
                .given(brand(), DRAFTED, new BrandArchived("b1"))
                .when(change("b1", "{\"title\": \"Another\"}"))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(handler)
                .given(brand(), brand("b2"), DRAFTED)
                .when(change("b2", "{\"title\": \"Another\"}"))
                .thenRefused(NotFound.class);
    }

    private static ChangeQuiz change(String brandId, String json) {
        return new ChangeQuiz("q1", brandId, patch(json));
    }
}
