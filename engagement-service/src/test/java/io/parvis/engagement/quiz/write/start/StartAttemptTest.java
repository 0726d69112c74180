package io.parvis.engagement.quiz.write.start;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.finished;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.invitation.Invitation;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.edge.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartAttemptTest {

    private static final QuizContent QUIZ = quiz(choice("q", SINGLE, "1", "a", "+b"));
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(1));
    private static final StartAttempt START = new StartAttempt("a1", "q1", "b1", "f1", Invitation.NONE);
    private static final FanRegistered FAN = new FanRegistered("f1", "b1", null, "FR", List.of());

    private final StartAttemptHandler handler = new StartAttemptHandler();

    @Test
    void startsTheFirstAttemptWithoutAnEnd() {
        assertThat(given(published(QUIZ), FAN).when(OPENS))
                .containsExactly(new AttemptStarted("a1", "q1", "b1", "f1", 1, OPENS, null, null));
    }

    @Test
    void isDueByTheTimeLimitOrByTheClosingWhicheverComesFirst() {
        var limited = with(QUIZ, Duration.ofMinutes(10), 1, CLOSES);

        assertThat(given(published(limited), FAN).when(OPENS).getFirst().dueAt())
                .isEqualTo(OPENS.plusSeconds(600));
        assertThat(given(published(limited), FAN)
                        .when(CLOSES.minusSeconds(1))
                        .getFirst()
                        .dueAt())
                .isEqualTo(CLOSES);
        assertThat(given(published(with(QUIZ, null, 1, CLOSES)), FAN)
                        .when(OPENS)
                        .getFirst()
                        .dueAt())
                .isEqualTo(CLOSES);
    }

    @Test
    void startsAsManyAsAreAllowedOneAfterTheOther() {
        var twice = published(with(QUIZ, null, 2, null));

        assertThat(given(twice, FAN, started(1), finished(1))
                        .when(OPENS)
                        .getFirst()
                        .ordinal())
                .isEqualTo(2);
        var underWay = given(twice, FAN, started(1));
        assertThatThrownBy(() -> underWay.when(OPENS)).isInstanceOf(AttemptInProgress.class);
        var spent = given(twice, FAN, started(1), finished(1), started(2), finished(2));
        assertThatThrownBy(() -> spent.when(OPENS)).isInstanceOf(NoAttemptsLeft.class);
    }

    @Test
    void startsNothingAtAClosedQuizNorAtItsClosingTime() {
        var closing = given(published(with(QUIZ, null, 1, CLOSES)), FAN);
        assertThat(closing.when(CLOSES.minusNanos(1))).hasSize(1);
        assertThatThrownBy(() -> closing.when(CLOSES)).isInstanceOf(QuizIsClosed.class);

        var closed = given(published(QUIZ), new QuizClosed("q1", "b1"), FAN);
        assertThatThrownBy(() -> closed.when(OPENS)).isInstanceOf(QuizIsClosed.class);
    }

    @Test
    void knowsNoQuizAndNoFanOfAnotherBrand() {
        var stranger = new FanRegistered("f1", "b2", null, "FR", List.of());

        assertThatThrownBy(() -> given(published(QUIZ), stranger).when(OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given(published(QUIZ)).when(OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given(FAN).when(OPENS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> given(new QuizPublished("q1", "b2", QUIZ), FAN).when(OPENS))
                .isInstanceOf(NotFound.class);
    }

    private interface When {
        List<AttemptStarted> when(Instant now);
    }

    private When given(Object... events) {
        var state = handler.initial();
        for (var event : events) {
            state = handler.evolve(state, event);
        }
        var known = state;
        return now -> handler.decide(START, known, now).stream()
                .map(AttemptStarted.class::cast)
                .toList();
    }

    private static QuizPublished published(QuizContent content) {
        return new QuizPublished("q1", "b1", content);
    }

    private static AttemptStarted started(int ordinal) {
        return new AttemptStarted("a" + ordinal, "q1", "b1", "f1", ordinal, OPENS, null, null);
    }
}
