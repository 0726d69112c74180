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

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.AttemptIsFinished;
import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinishAttemptTest {

    private static final AttemptId ATTEMPT = new AttemptId("a1");
    private static final BrandId BRAND = new BrandId("b1");
    private static final QuizId QUIZ = new QuizId("q1");
    private static final QuizId ANOTHER_QUIZ = new QuizId("q2");

    private static final FinishAttempt FINISH = new FinishAttempt(ATTEMPT, QUIZ, BRAND);

    @Test
    void marksTheLastAnswerToEachQuestion() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, STARTED, WRONG, RIGHT)
                .at(DUE.minusMillis(1))
                .when(FINISH)
                .then(new AttemptFinished(
                        ATTEMPT,
                        QUIZ,
                        BRAND,
                        new FanId("f1"),
                        2,
                        points("10.00"),
                        points("15.00"),
                        1,
                        true,
                        EndedBy.FAN,
                        OPENS,
                        DUE.minusMillis(1),
                        List.of(
                                new Mark(
                                        new QuestionId("one"), List.of(new OptionId("b")), null, points("10.00"), true),
                                new Mark(new QuestionId("two"), null, null, points("0.00"), false))));
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
                .given(PUBLISHED, STARTED, RIGHT, new QuizClosed(QUIZ, BRAND))
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
                .when(new FinishAttempt(ATTEMPT, QUIZ, new BrandId("b2")))
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoAttemptAtAnotherQuiz() {
        decider(new FinishAttemptHandler())
                .given(PUBLISHED, new QuizPublished(ANOTHER_QUIZ, BRAND, PUBLISHED.content()), STARTED)
                .at(OPENS)
                .when(new FinishAttempt(ATTEMPT, ANOTHER_QUIZ, BRAND))
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
