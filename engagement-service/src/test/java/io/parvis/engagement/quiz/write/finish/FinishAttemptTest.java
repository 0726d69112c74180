package io.parvis.engagement.quiz.write.finish;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.band;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.AttemptIsFinished;
import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishAttemptTest {

    private static final Instant DUE = OPENS.plusSeconds(60);
    private static final FinishAttempt FINISH = new FinishAttempt("a1", "q1", "b1");
    private static final EndAttempt END = new EndAttempt("a1", "q1", "b1", DUE);
    private static final Object PUBLISHED = new QuizPublished(
            "q1",
            "b1",
            with(
                    quiz(choice("one", SINGLE, "10", "a", "+b"), choice("two", SINGLE, "5", "+a", "b")),
                    "10",
                    band("0", "10"),
                    band("10", "15")));
    private static final Object STARTED = new AttemptStarted("a1", "q1", "b1", "f1", 2, OPENS, DUE, null);
    private static final Object WRONG = new QuestionAnswered("a1", "one", List.of("a"), null);
    private static final Object RIGHT = new QuestionAnswered("a1", "one", List.of("b"), null);

    private final FinishAttemptHandler finish = new FinishAttemptHandler();
    private final EndAttemptHandler end = new EndAttemptHandler();

    @Test
    void marksTheLastAnswerToEachQuestion() {
        var events = finish.decide(FINISH, given(PUBLISHED, STARTED, WRONG, RIGHT), DUE.minusMillis(1));

        assertThat(events)
                .containsExactly(new AttemptFinished(
                        "a1",
                        "q1",
                        "b1",
                        "f1",
                        2,
                        points("10.00"),
                        points("15.00"),
                        1,
                        true,
                        EndedBy.FAN,
                        OPENS,
                        DUE.minusMillis(1),
                        List.of(
                                new Mark("one", List.of("b"), null, points("10.00"), true),
                                new Mark("two", null, null, points("0.00"), false))));
    }

    @Test
    void finishedAtItsDueTimeHoweverLateThatIsSaid() {
        var byFan = finish.decide(FINISH, given(PUBLISHED, STARTED, RIGHT), DUE.plusSeconds(9));
        var byItself = end.decide(END, given(PUBLISHED, STARTED, RIGHT), DUE.plusSeconds(9));

        assertThat(byItself).isEqualTo(byFan);
        assertThat(byItself.getFirst().endedBy()).isEqualTo(EndedBy.TIME_LIMIT);
        assertThat(byItself.getFirst().finishedAt()).isEqualTo(DUE);
    }

    @Test
    void endsWhatIsDueThoughThisClockIsBehind() {
        assertThat(end.decide(END, given(PUBLISHED, STARTED), DUE.minusSeconds(1))
                        .getFirst()
                        .endedBy())
                .isEqualTo(EndedBy.TIME_LIMIT);
    }

    @Test
    void endsByTheClosingWhereTheQuizWasClosed() {
        var state = given(PUBLISHED, STARTED, RIGHT, new QuizClosed("q1", "b1"));

        assertThat(end.decide(END, state, OPENS).getFirst().endedBy()).isEqualTo(EndedBy.CLOSING);
        assertThat(finish.decide(FINISH, state, OPENS).getFirst().endedBy()).isEqualTo(EndedBy.CLOSING);
    }

    @Test
    void finishesOnce() {
        var finished = finish.decide(FINISH, given(PUBLISHED, STARTED), OPENS).getFirst();
        var state = given(PUBLISHED, STARTED, finished);

        assertThatThrownBy(() -> finish.decide(FINISH, state, OPENS)).isInstanceOf(AttemptIsFinished.class);
        assertThat(end.decide(END, state, DUE)).isEmpty();
    }

    @Test
    void knowsNoAttemptOfAnotherBrandOrQuiz() {
        var state = given(PUBLISHED, STARTED);

        assertThatThrownBy(() -> finish.decide(new FinishAttempt("a1", "q1", "b2"), state, OPENS))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> finish.decide(new FinishAttempt("a1", "q2", "b1"), state, OPENS))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> finish.decide(FINISH, given(PUBLISHED), OPENS)).isInstanceOf(NotFound.class);
        assertThat(end.decide(END, given(), DUE)).isEmpty();
    }

    private static AttemptState given(Object... events) {
        var state = AttemptState.NONE;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
