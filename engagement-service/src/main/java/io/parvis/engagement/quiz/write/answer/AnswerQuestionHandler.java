package io.parvis.engagement.quiz.write.answer;

import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.quiz.AttemptState;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.Question;
import io.parvis.engagement.quiz.Question.Option;
import io.parvis.engagement.quiz.Question.QuestionType;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Takes an answer without looking at the key. The same answer again changes nothing. */
@Singleton
class AnswerQuestionHandler implements Decider<AnswerQuestion, AttemptState> {

    private static final int MAX_ANSWERS = 1_000;

    @Override
    public Boundary boundary(AnswerQuestion command) {
        return AttemptState.boundary(command.quizId(), command.attemptId());
    }

    @Override
    public AttemptState initial() {
        return AttemptState.NONE;
    }

    @Override
    public AttemptState evolve(AttemptState state, Object event) {
        return state.evolve(event);
    }

    @Override
    public List<QuestionAnswered> decide(AnswerQuestion command, AttemptState state, Instant now) {
        var attempt = state.open(command.brandId(), command.quizId());
        if (state.isClosedAt(now)) {
            throw new QuizIsClosed();
        }
        if (attempt.dueAt() != null && !now.isBefore(attempt.dueAt())) {
            throw new TimeIsUp();
        }
        mustFit(command.answer(), question(state, command.questionId()));
        if (command.answer().equals(state.answers().get(command.questionId()))) {
            return List.of();
        }
        if (state.answered() >= MAX_ANSWERS) {
            throw new AnsweredTooOften();
        }
        return List.of(new QuestionAnswered(
                command.attemptId(),
                command.questionId(),
                command.answer().optionIds(),
                command.answer().number()));
    }

    private static Question question(AttemptState state, QuestionId questionId) {
        return state.content().questions().stream()
                .filter(question -> question.id().equals(questionId))
                .findFirst()
                .orElseThrow(() -> new NotFound("question"));
    }

    private static void mustFit(GivenAnswer answer, Question question) {
        if (question.type() == QuestionType.NUMBER) {
            if (answer.number() == null) {
                throw new NumberExpected();
            }
            return;
        }
        if (answer.number() != null) {
            throw new OptionsExpected();
        }
        var options = question.optionsOrNone().stream().map(Option::id).toList();
        if (!options.containsAll(answer.chosen())) {
            throw new NotFound("option");
        }
        if (question.type() != QuestionType.MULTIPLE && answer.chosen().size() > 1) {
            throw new OneOptionExpected();
        }
    }
}
