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
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.AttemptIsFinished;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.QuizIsClosed;
import io.parvis.engagement.quiz.QuizSamples;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerQuestionTest {

    private static final AttemptId ATTEMPT = new AttemptId("a1");
    private static final BrandId BRAND = new BrandId("b1");
    private static final QuestionId QUESTION = new QuestionId("price");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    private static final QuizContent QUIZ = quiz(
            choice("one", SINGLE, "1", "a", "+b"),
            choice("several", MULTIPLE, "1", "+a", "+c"),
            QuizSamples.number("price", "1", "5", "0", EXACT));
    private static final Instant DUE = OPENS.plusSeconds(60);
    private static final QuizPublished PUBLISHED = new QuizPublished(QUIZ_ID, BRAND, QUIZ);
    private static final AttemptStarted STARTED =
            new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, new FanId("f1"), 1, OPENS, DUE, null);

    @Test
    void takesAnAnswerUntilTheLastInstant() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(DUE.minusNanos(1))
                .when(options("one", "a"))
                .then(answered("one", "a"));
    }

    @Test
    void takesNoAnswerOnceTimeIsUp() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(DUE)
                .when(options("one", "a"))
                .thenRefused(TimeIsUp.class);
    }

    @Test
    void replacesAnAnswer() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED, answered("one", "a"))
                .at(OPENS)
                .when(options("one", "b"))
                .then(answered("one", "b"));
    }

    @Test
    void recordsTheSameAnswerOnlyOnce() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED, answered("one", "a"))
                .at(OPENS)
                .when(options("one", "a"))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({"other, a", "one, c"})
    void knowsOnlyTheQuestionsAndOptionsThatThereAre(String questionId, String optionId) {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(options(questionId, optionId))
                .thenRefused(NotFound.class);
    }

    @Test
    void takesSeveralOptionsWhereTheQuestionAsksForThem() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(options("several", "a", "c"))
                .then(answered("several", "a", "c"));
    }

    @Test
    void takesANumberWhereTheQuestionAsksForIt() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(number("price", "7"))
                .then(new QuestionAnswered(ATTEMPT, QUESTION, null, points("7")));
    }

    @Test
    void takesOnlyOneOptionWhereTheQuestionAsksForOne() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(options("one", "a", "b"))
                .thenRefused(OneOptionExpected.class);
    }

    @Test
    void takesNoNumberWhereTheQuestionAsksForOptions() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(number("one", "7"))
                .thenRefused(OptionsExpected.class);
    }

    @Test
    void takesNoOptionWhereTheQuestionAsksForANumber() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED)
                .at(OPENS)
                .when(options("price", "a"))
                .thenRefused(NumberExpected.class);
    }

    @Test
    void takesNothingOnceTheAttemptIsFinished() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED, finished(1))
                .at(OPENS)
                .when(options("one", "a"))
                .thenRefused(AttemptIsFinished.class);
    }

    @Test
    void takesNothingOnceTheQuizIsClosed() {
        decider(new AnswerQuestionHandler())
                .given(PUBLISHED, STARTED, new QuizClosed(QUIZ_ID, BRAND))
                .at(OPENS)
                .when(options("one", "a"))
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void takesNothingOnceTheClosingTimeHasComeThoughNobodyClosedTheQuizYet() {
        decider(new AnswerQuestionHandler())
                .given(new QuizPublished(QUIZ_ID, BRAND, with(QUIZ, null, 1, OPENS)), STARTED)
                .at(OPENS)
                .when(options("one", "a"))
                .thenRefused(QuizIsClosed.class);
    }

    @Test
    void hasAnEndToAnsweringAnew() {
        decider(new AnswerQuestionHandler())
                .given(answeredAThousandTimes())
                .at(OPENS)
                .when(number("price", "7"))
                .thenRefused(AnsweredTooOften.class);
    }

    private static List<Object> answeredAThousandTimes() {
        var answers = IntStream.range(0, 1_000)
                .mapToObj(i -> new QuestionAnswered(ATTEMPT, QUESTION, null, BigDecimal.valueOf(i + 1_000)));
        return Stream.<Object>concat(Stream.of(PUBLISHED, STARTED), answers).toList();
    }

    private static QuestionAnswered answered(String questionId, String... optionIds) {
        return new QuestionAnswered(
                ATTEMPT,
                new QuestionId(questionId),
                Stream.of(optionIds).map(OptionId::new).toList(),
                null);
    }

    private static AnswerQuestion options(String questionId, String... optionIds) {
        return new AnswerQuestion(
                ATTEMPT,
                QUIZ_ID,
                BRAND,
                new QuestionId(questionId),
                new GivenAnswer(Stream.of(optionIds).map(OptionId::new).toList(), null));
    }

    private static AnswerQuestion number(String questionId, String number) {
        return new AnswerQuestion(
                ATTEMPT, QUIZ_ID, BRAND, new QuestionId(questionId), new GivenAnswer(null, points(number)));
    }
}
