package io.parvis.engagement.quiz.write.answer;

import static io.parvis.engagement.quiz.Question.QuestionType.MULTIPLE;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.Question.Scoring.EXACT;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.AttemptIsFinished;
import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.QuizSamples;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerQuestionTest {

    private static final QuizContent QUIZ = quiz(
            choice("one", SINGLE, "1", "a", "+b"),
            choice("several", MULTIPLE, "1", "+a", "+c"),
            QuizSamples.number("price", "1", "5", "0", EXACT));
    private static final Instant DUE = OPENS.plusSeconds(60);
    private static final Object PUBLISHED = new QuizPublished("q1", "b1", QUIZ);
    private static final Object STARTED = new AttemptStarted("a1", "q1", "b1", "f1", 1, OPENS, DUE, null);

    private final AnswerQuestionHandler handler = new AnswerQuestionHandler();

    @Test
    void takesAnAnswerUntilTheLastInstant() {
        assertThat(given(PUBLISHED, STARTED).when(options("one", "a"), DUE.minusNanos(1)))
                .containsExactly(new QuestionAnswered("a1", "one", List.of("a"), null));
        assertThatThrownBy(() -> given(PUBLISHED, STARTED).when(options("one", "a"), DUE))
                .isInstanceOf(TimeIsUp.class);
    }

    @Test
    void replacesAnAnswerAndRecordsTheSameOnlyOnce() {
        var given = given(PUBLISHED, STARTED, new QuestionAnswered("a1", "one", List.of("a"), null));

        assertThat(given.when(options("one", "b"), OPENS)).hasSize(1);
        assertThat(given.when(options("one", "a"), OPENS)).isEmpty();
    }

    @Test
    void knowsOnlyTheQuestionsAndOptionsThatThereAre() {
        var given = given(PUBLISHED, STARTED);

        assertThatThrownBy(() -> given.when(options("other", "a"), OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given.when(options("one", "c"), OPENS)).isInstanceOf(NotFound.class);
    }

    @Test
    void takesOnlyWhatTheQuestionAsksFor() {
        var given = given(PUBLISHED, STARTED);

        assertThat(given.when(options("several", "a", "c"), OPENS)).hasSize(1);
        assertThat(given.when(number("price", "7"), OPENS)).hasSize(1);
        assertThatThrownBy(() -> given.when(options("one", "a", "b"), OPENS)).isInstanceOf(OneOptionExpected.class);
        assertThatThrownBy(() -> given.when(number("one", "7"), OPENS)).isInstanceOf(OptionsExpected.class);
        assertThatThrownBy(() -> given.when(options("price", "a"), OPENS)).isInstanceOf(NumberExpected.class);
    }

    @Test
    void takesNothingOnceFinishedOrClosed() {
        var finished = given(PUBLISHED, STARTED, finished(1));
        assertThatThrownBy(() -> finished.when(options("one", "a"), OPENS)).isInstanceOf(AttemptIsFinished.class);

        var closed = given(PUBLISHED, STARTED, new QuizClosed("q1", "b1"));
        assertThatThrownBy(() -> closed.when(options("one", "a"), OPENS)).isInstanceOf(QuizIsClosed.class);

        var over = given(new QuizPublished("q1", "b1", with(QUIZ, null, 1, OPENS)), STARTED);
        assertThatThrownBy(() -> over.when(options("one", "a"), OPENS)).isInstanceOf(QuizIsClosed.class);
    }

    @Test
    void hasAnEndToAnsweringAnew() {
        var events = new Object[1_002];
        events[0] = PUBLISHED;
        events[1] = STARTED;
        for (int i = 2; i < events.length; i++) {
            events[i] = new QuestionAnswered("a1", "price", null, BigDecimal.valueOf(i));
        }

        assertThatThrownBy(() -> given(events).when(number("price", "7"), OPENS))
                .isInstanceOf(AnsweredTooOften.class);
    }

    private interface When {
        List<QuestionAnswered> when(AnswerQuestion command, Instant now);
    }

    private When given(Object... events) {
        var state = AttemptState.NONE;
        for (var event : events) {
            state = handler.evolve(state, event);
        }
        var known = state;
        return (command, now) -> handler.decide(command, known, now);
    }

    private static AnswerQuestion options(String questionId, String... optionIds) {
        return new AnswerQuestion("a1", "q1", "b1", questionId, new GivenAnswer(List.of(optionIds), null));
    }

    private static AnswerQuestion number(String questionId, String number) {
        return new AnswerQuestion("a1", "q1", "b1", questionId, new GivenAnswer(null, points(number)));
    }
}
