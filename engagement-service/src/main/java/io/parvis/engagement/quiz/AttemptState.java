package io.parvis.engagement.quiz;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What answering and ending an attempt both need to know.
 *
 * @param answers the last one given to each question
 * @param answered how often any was given
 */
public record AttemptState(
        @Nullable QuizContent content,
        boolean closed,
        @Nullable AttemptStarted started,
        Map<QuestionId, GivenAnswer> answers,
        int answered,
        boolean finished) {

    public static final AttemptState NONE = new AttemptState(null, false, null, Map.of(), 0, false);

    /** The attempt's own events, and what it is an attempt at. */
    public static Boundary boundary(QuizId quizId, AttemptId attemptId) {
        return Boundary.of(QuizVersions.OF_ATTEMPTS.of(attemptId.value()), offer(quizId));
    }

    /** What an attempt is decided with: the published quiz, and whether it is closed. */
    public static Criterion offer(QuizId quizId) {
        return Criterion.tagged(Tag.of(QuizTags.OFFER, quizId.value()), QuizPublished.class, QuizClosed.class);
    }

    public AttemptState evolve(Object event) {
        return switch (event) {
            case QuizPublished published ->
                new AttemptState(published.content(), closed, started, answers, answered, finished);
            case QuizClosed over -> new AttemptState(content, true, started, answers, answered, finished);
            case AttemptStarted begun -> new AttemptState(content, closed, begun, answers, answered, finished);
            case QuestionAnswered answer ->
                new AttemptState(content, closed, started, with(answer), answered + 1, finished);
            case AttemptFinished ended -> new AttemptState(content, closed, started, answers, answered, true);
            default -> this;
        };
    }

    private Map<QuestionId, GivenAnswer> with(QuestionAnswered answer) {
        var more = new HashMap<>(answers);
        more.put(answer.questionId(), new GivenAnswer(answer.optionIds(), answer.number()));
        return more;
    }

    /** True where the quiz was closed, or its time has come and nobody has closed it yet. */
    public boolean isClosedAt(Instant now) {
        return closed || (content != null && content.isOverAt(now));
    }

    /**
     * The attempt, where it is still open.
     *
     * @throws NotFound where the brand's quiz has no such attempt
     * @throws AttemptIsFinished where it is over
     */
    public AttemptStarted open(BrandId brandId, QuizId quizId) {
        if (content == null
                || started == null
                || !started.brandId().equals(brandId)
                || !started.quizId().equals(quizId)) {
            throw new NotFound("attempt");
        }
        if (finished) {
            throw new AttemptIsFinished();
        }
        return started;
    }
}
