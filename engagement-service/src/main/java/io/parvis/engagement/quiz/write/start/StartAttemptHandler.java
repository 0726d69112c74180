package io.parvis.engagement.quiz.write.start;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.invitation.FirstTouch;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.QuizTags;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class StartAttemptHandler implements Decider<StartAttempt, StartAttemptHandler.State> {

    /**
     * @param underWay the attempt that is not finished yet
     * @param inCircle whether a link settled the fan's circle before; read only for an attempt that comes through one
     */
    record State(
            @Nullable QuizPublished quiz,
            boolean closed,
            FanLife fan,
            int started,
            @Nullable AttemptId underWay,
            boolean inCircle) {}

    @Override
    public Boundary boundary(StartAttempt command) {
        var own = Criterion.tagged(
                QuizTags.attempts(command.quizId(), command.fanId()), AttemptStarted.class, AttemptFinished.class);
        var quiz = AttemptState.offer(command.quizId());
        var fan = FanGuard.life(command.fanId());
        return command.invitation().leads(command.campaign(), command.fanId())
                ? Boundary.reading(own, quiz, fan, FirstTouch.of(command.campaign(), command.fanId()))
                : Boundary.reading(own, quiz, fan);
    }

    @Override
    public State initial() {
        return new State(null, false, FanLife.UNKNOWN, 0, null, false);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case QuizPublished published ->
                new State(published, state.closed, state.fan, state.started, state.underWay, state.inCircle);
            case QuizClosed closed ->
                new State(state.quiz, true, state.fan, state.started, state.underWay, state.inCircle);
            case AttemptStarted started ->
                new State(state.quiz, state.closed, state.fan, state.started + 1, started.attemptId(), state.inCircle);
            case AttemptFinished finished ->
                new State(state.quiz, state.closed, state.fan, state.started, null, state.inCircle);
            default ->
                new State(
                        state.quiz,
                        state.closed,
                        state.fan.evolve(event),
                        state.started,
                        state.underWay,
                        state.inCircle || FirstTouch.isBy(event));
        };
    }

    @Override
    public List<Object> decide(StartAttempt command, State state, Instant now) {
        var quiz = state.quiz;
        if (quiz == null || !quiz.brandId().equals(command.brandId())) {
            throw new NotFound("quiz");
        }
        FanGuard.mustBeFanOf(command.brandId(), state.fan);
        if (state.closed || quiz.content().isOverAt(now)) {
            throw new QuizIsClosed();
        }
        if (state.underWay != null) {
            throw new AttemptInProgress(state.underWay);
        }
        if (state.started >= quiz.content().attemptsAllowed()) {
            throw new NoAttemptsLeft(quiz.content().attemptsAllowed());
        }
        var begun = now.truncatedTo(ChronoUnit.MICROS);
        var events = new ArrayList<Object>(command.invitation()
                .accepted(command.campaign(), command.fanId(), state.inCircle || state.started > 0));
        events.add(new AttemptStarted(
                command.attemptId(),
                command.quizId(),
                command.brandId(),
                command.fanId(),
                state.started + 1,
                begun,
                dueAt(quiz.content(), begun),
                command.invitation().token()));
        return List.copyOf(events);
    }

    /** In microseconds, as the list of what is due keeps it. */
    private static @Nullable Instant dueAt(QuizContent content, Instant now) {
        var limit = content.timeLimit() == null ? null : now.plus(content.timeLimit());
        var closing = content.closesAt();
        var first = limit == null || (closing != null && closing.isBefore(limit)) ? closing : limit;
        return first == null ? null : first.truncatedTo(ChronoUnit.MICROS);
    }
}
