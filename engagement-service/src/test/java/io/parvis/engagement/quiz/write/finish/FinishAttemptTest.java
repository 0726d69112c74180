package io.parvis.engagement.quiz.write.finish;

import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.DUE;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.PUBLISHED;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.RIGHT;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.STARTED;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.WRONG;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.finishedWithNothing;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.finishedWithTheFirstRight;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.AttemptIsFinished;
import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishAttemptTest {

    private static final FinishAttempt FINISH = new FinishAttempt("a1", "q1", "b1");

    @Test
    void marksTheLastAnswerToEachQuestion() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED, WRONG, RIGHT)
                .at(DUE.minusMillis(1))
                .when(FINISH)
                .then(new AttemptFinished(
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
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED, RIGHT)
                .at(DUE.plusSeconds(9))
                .when(FINISH)
                .then(finishedWithTheFirstRight(EndedBy.TIME_LIMIT, DUE));
    }

    @Test
    void endsByTheClosingWhereTheQuizWasClosed() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED, RIGHT, new QuizClosed("q1", "b1"))
                .at(OPENS)
                .when(FINISH)
                .then(finishedWithTheFirstRight(EndedBy.CLOSING, OPENS));
    }

    @Test
    void finishesOnce() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED, finishedWithNothing(EndedBy.FAN, OPENS))
                .at(OPENS)
                .when(FINISH)
                .thenRefused(AttemptIsFinished.class);
    }

    @Test
    void knowsNoAttemptOfAnotherBrand() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(new FinishAttempt("a1", "q1", "b2"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoAttemptAtAnotherQuiz() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, new QuizPublished("q2", "b1", PUBLISHED.content()), STARTED)
                .at(OPENS)
                .when(new FinishAttempt("a1", "q2", "b1"))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoAttemptThatWasNeverStarted() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED)
                .at(OPENS)
                .when(FINISH)
                .thenRefused(NotFound.class);
    }
}
