package io.parvis.engagement.quiz.write.finish;

import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.DUE;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.PUBLISHED;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.RIGHT;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.STARTED;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.finishedWithNothing;
import static io.parvis.engagement.quiz.write.finish.AttemptFacts.finishedWithTheFirstRight;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.QuizClosed;
import org.junit.jupiter.api.Test;

/** An attempt's time comes late, early or twice. */
class EndAttemptTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final QuizId QUIZ = new QuizId("q1");

    private static final EndAttempt END = new EndAttempt(new AttemptId("a1"), QUIZ, BRAND, DUE);

    @Test
    void endsAtTheDueTimeHoweverLateItIsNoticed() {
        decider(new EndAttemptHandler())
                .given(PUBLISHED, STARTED, RIGHT)
                .at(DUE.plusSeconds(9))
                .when(END)
                .then(finishedWithTheFirstRight(EndedBy.TIME_LIMIT, DUE));
    }

    @Test
    void endsWhatIsDueThoughThisClockIsBehind() {
        decider(new EndAttemptHandler())
                .given(PUBLISHED, STARTED)
                .at(DUE.minusSeconds(1))
                .when(END)
                .then(finishedWithNothing(EndedBy.TIME_LIMIT, DUE));
    }

    @Test
    void endsByTheClosingWhereTheQuizWasClosed() {
        decider(new EndAttemptHandler())
                .given(PUBLISHED, STARTED, RIGHT, new QuizClosed(QUIZ, BRAND))
                .at(OPENS)
                .when(END)
                .then(finishedWithTheFirstRight(EndedBy.CLOSING, DUE));
    }

    @Test
    void leavesWhatIsFinished() {
        decider(new EndAttemptHandler())
                .given(PUBLISHED, STARTED, finishedWithNothing(EndedBy.FAN, OPENS))
                .at(DUE)
                .when(END)
                .thenNothing();
    }

    @Test
    void leavesWhatWasNeverStarted() {
        decider(new EndAttemptHandler()).at(DUE).when(END).thenNothing();
    }
}
