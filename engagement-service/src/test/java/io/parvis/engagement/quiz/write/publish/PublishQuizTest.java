package io.parvis.engagement.quiz.write.publish;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishQuizTest {

    private static final QuizContent FIRST = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final QuizContent SECOND = quiz(choice("q", SINGLE, "2", "+a", "b"));
    private static final Object BRAND =
            new BrandRegistered(new BrandId("b1"), "b1", "Brand", "Europe/Paris", List.of("fr"), null);
    private static final Object DRAFTED = new QuizDrafted("q1", "b1", FIRST);

    private final PublishQuizHandler handler = new PublishQuizHandler();

    @Test
    void publishesTheDraftAsItWasLastChanged() {
        assertThat(given(BRAND, DRAFTED, new QuizChanged("q1", "b1", SECOND)).when("b1", OPENS))
                .containsExactly(new QuizPublished("q1", "b1", SECOND));
    }

    @Test
    void publishesOnceAndNeverAgainOnceClosed() {
        var published = new QuizPublished("q1", "b1", FIRST);

        assertThat(given(BRAND, DRAFTED, published).when("b1", OPENS)).isEmpty();
        assertThatThrownBy(() -> given(BRAND, DRAFTED, published, new QuizClosed("q1", "b1"))
                        .when("b1", OPENS))
                .isInstanceOf(QuizIsClosed.class);
    }

    @Test
    void publishesNothingThatWouldBeOverOrForAnArchivedBrand() {
        var over = new QuizDrafted("q1", "b1", with(FIRST, null, 1, OPENS));

        assertThatThrownBy(() -> given(BRAND, over).when("b1", OPENS)).isInstanceOf(QuizOverBeforePublished.class);
        assertThatThrownBy(() -> given(BRAND, DRAFTED, new BrandArchived(new BrandId("b1")))
                        .when("b1", OPENS))
                .isInstanceOf(BrandIsArchived.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        assertThatThrownBy(() -> given(BRAND, DRAFTED).when("b2", OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given(BRAND).when("b1", OPENS)).isInstanceOf(NotFound.class);
    }

    private interface When {
        List<QuizPublished> when(String brandId, Instant now);
    }

    private When given(Object... events) {
        var state = handler.initial();
        for (var event : events) {
            state = handler.evolve(state, event);
        }
        var known = state;
        return (brandId, now) -> handler.decide(new PublishQuiz("q1", brandId), known, now);
    }
}
