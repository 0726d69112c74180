package io.parvis.engagement.quiz.write.start;

import static io.parvis.engagement.fan.write.FanFacts.fan;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartAttemptTest {

    private static final AttemptId ATTEMPT = new AttemptId("new");
    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final FanId FAN = new FanId("f1");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(1));
    private static final QuizContent CLOSING = with(QUIZ, null, 1, CLOSES);
    private static final QuizContent LIMITED = with(QUIZ, Duration.ofMinutes(10), 1, CLOSES);
    private static final QuizContent TWICE = with(QUIZ, null, 2, null);
    private static final StartAttempt START = new StartAttempt(ATTEMPT, QUIZ_ID, BRAND, FAN, Invitation.NONE);

    @Test
    void startsTheFirstAttemptWithoutAnEnd() {
        decider(new StartAttemptHandler())
                .given(published(QUIZ), fan())
                .at(OPENS)
                .when(START)
                .then(begun(1, OPENS, null));
    }

    @Test
    void isDueByTheTimeLimitWhereThatComesFirst() {
        decider(new StartAttemptHandler())
                .given(published(LIMITED), fan())
                .at(OPENS)
                .when(START)
                .then(begun(1, OPENS, OPENS.plusSeconds(600)));
    }

    @Test
    void isDueByTheClosingWhereThatComesFirst() {
        decider(new StartAttemptHandler())
                .given(published(LIMITED), fan())
                .at(CLOSES.minusSeconds(1))
                .when(START)
                .then(begun(1, CLOSES.minusSeconds(1), CLOSES));
    }

    @Test
    void isDueByTheClosingWhereThereIsNoTimeLimit() {
        decider(new StartAttemptHandler())
                .given(published(CLOSING), fan())
                .at(OPENS)
                .when(START)
                .then(begun(1, OPENS, CLOSES));
    }

    @Test
    void startsAnotherWhereMoreAreAllowed() {
        decider(new StartAttemptHandler())
                .given(published(TWICE), fan(), started(1), finished(1))
                .at(OPENS)
                .when(START)
                .then(begun(2, OPENS, null));
    }

    @Test
    void startsOneAfterTheOther() {
        decider(new StartAttemptHandler())
                .given(published(TWICE), fan(), started(1))
                .at(OPENS)
                .when(START)
                .thenRefused(AttemptInProgress.class);
    }

    @Test
    void startsNoMoreThanAreAllowed() {
        decider(new StartAttemptHandler())
                .given(published(TWICE), fan(), started(1), finished(1), started(2), finished(2))
                .at(OPENS)
                .when(START)
                .thenRefused(NoAttemptsLeft.class);
    }

    @Test
    void startsUntilTheClosingTime() {
        decider(new StartAttemptHandler())
                .given(published(CLOSING), fan())
                .at(CLOSES.minusNanos(1_000))
                .when(START)
                .then(begun(1, CLOSES.minusNanos(1_000), CLOSES));
    }

    @Test
    void startsNothingAtTheClosingTime() {
        decider(new StartAttemptHandler())
                .given(published(CLOSING), fan())
                .at(CLOSES)
                .when(START)
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void startsNothingAtAClosedQuiz() {
        decider(new StartAttemptHandler())
                .given(published(QUIZ), new QuizClosed(QUIZ_ID, BRAND), fan())
                .at(OPENS)
                .when(START)
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void knowsNoFanOfAnotherBrand() {
        decider(new StartAttemptHandler())
                .given(published(QUIZ), new FanRegistered(FAN, ANOTHER_BRAND, null, "FR", List.of()))
                .at(OPENS)
                .when(START)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoFanThatWasNeverRegistered() {
        decider(new StartAttemptHandler())
                .given(published(QUIZ))
                .at(OPENS)
                .when(START)
                .thenRefused(NotFound.class);
    }

    @Test
    void knowsNoQuizThatWasNeverPublished() {
        decider(new StartAttemptHandler()).given(fan()).at(OPENS).when(START).thenRefused(NotFound.class);
    }

    @Test
    void knowsNoQuizOfAnotherBrand() {
        decider(new StartAttemptHandler())
                .given(new QuizPublished(QUIZ_ID, ANOTHER_BRAND, QUIZ), fan())
                .at(OPENS)
                .when(START)
                .thenRefused(NotFound.class);
    }

    private static QuizPublished published(QuizContent content) {
        return new QuizPublished(QUIZ_ID, BRAND, content);
    }

    private static AttemptStarted started(int ordinal) {
        return new AttemptStarted(new AttemptId("a" + ordinal), QUIZ_ID, BRAND, FAN, ordinal, OPENS, null, null);
    }

    private static AttemptStarted begun(int ordinal, Instant at, @Nullable Instant dueAt) {
        return new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN, ordinal, at, dueAt, null);
    }
}
