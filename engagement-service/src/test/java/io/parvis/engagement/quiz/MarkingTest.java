package io.parvis.engagement.quiz;

import static io.parvis.engagement.quiz.Question.QuestionType.MULTIPLE;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.Question.Scoring.CLOSENESS;
import static io.parvis.engagement.quiz.Question.Scoring.EXACT;
import static io.parvis.engagement.quiz.QuizSamples.band;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {

    private static final QuestionId QUESTION = new QuestionId("q");

    @ParameterizedTest
    @CsvSource({
        "500, 10.00",
        "499, 9.90",
        "501, 9.90",
        "600, 0.00",
        "400, 0.00",
        "600.01, 0.00",
        "-5000, 0.00",
        "500.05, 10.00",
        "500.06, 9.99",
        "533, 6.70",
        "566.666, 3.33"
    })
    void givesPointsByCloseness(String given, String earned) {
        assertThat(score(QuizSamples.number("q", "10", "500", "100", CLOSENESS), given))
                .isEqualTo(points(earned));
    }

    @Test
    void roundsClosenessOnceAndHalfUp() {
        // 1 × (1 − 1/3) = 0.666…; 10 × (1 − 0.0005) = 9.995
        assertThat(score(QuizSamples.number("q", "1", "0", "3", CLOSENESS), "1"))
                .isEqualTo(points("0.67"));
        assertThat(score(QuizSamples.number("q", "10", "0", "2", CLOSENESS), "0.001"))
                .isEqualTo(points("10.00"));
        assertThat(score(QuizSamples.number("q", "10", "0", "2", CLOSENESS), "0.0011"))
                .isEqualTo(points("9.99"));
    }

    @Test
    void takesClosenessWithoutToleranceAsExact() {
        assertThat(score(QuizSamples.number("q", "10", "5", "0", CLOSENESS), "5.0"))
                .isEqualTo(points("10.00"));
        assertThat(score(QuizSamples.number("q", "10", "5", "0", CLOSENESS), "5.000001"))
                .isEqualTo(points("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"10, 4.00", "12, 4.00", "8, 4.00", "12.000001, 0.00", "7.999999, 0.00"})
    void givesAllPointsWithinTheToleranceAndItsEnds(String given, String earned) {
        assertThat(score(QuizSamples.number("q", "4", "10", "2", EXACT), given)).isEqualTo(points(earned));
    }

    @ParameterizedTest
    @CsvSource({
        "a, 3.33",
        "a b, 6.67",
        "a b c, 10.00",
        "a b c x, 6.67",
        "a x, 0.00",
        "x, 0.00",
        "x y, 0.00",
        "a b c x y, 3.33"
    })
    void givesAPartForAPartOfSeveralAndTakesItAwayForWrongOnes(String chosen, String earned) {
        var question = choice("q", MULTIPLE, "10", "+a", "+b", "+c", "x", "y");

        var marking = Marking.of(quiz(question), Map.of(QUESTION, options(chosen.split(" "))));

        assertThat(marking.score()).isEqualTo(points(earned));
        assertThat(marking.marks().getFirst().right()).isEqualTo(chosen.equals("a b c"));
    }

    @Test
    void givesAllOrNothingForOneOption() {
        var question = choice("q", SINGLE, "2.5", "a", "+b");

        assertThat(Marking.of(quiz(question), Map.of(QUESTION, options("b"))).score())
                .isEqualTo(points("2.50"));
        assertThat(Marking.of(quiz(question), Map.of(QUESTION, options("a"))).score())
                .isEqualTo(points("0.00"));
    }

    @Test
    void givesNothingForWhatWasLeftOutAndStillListsIt() {
        var marking = Marking.of(
                quiz(choice("a", SINGLE, "1", "x", "+y"), QuizSamples.number("b", "1", "0", "9", CLOSENESS)), Map.of());

        assertThat(marking.score()).isEqualTo(points("0.00"));
        assertThat(marking.maxScore()).isEqualTo(points("2.00"));
        assertThat(marking.marks())
                .extracting(Mark::questionId)
                .containsExactly(new QuestionId("a"), new QuestionId("b"));
        assertThat(marking.marks()).noneMatch(Mark::right);
        assertThat(marking.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4.99, 0", "5, 1", "9.99, 1", "10, 1"})
    void findsTheBandByItsLowerEndAndTheLastByBoth(String given, int band) {
        var quiz =
                with(quiz(QuizSamples.number("q", "10", "10", "10", CLOSENESS)), null, band("0", "5"), band("5", "10"));

        assertThat(Marking.of(quiz, number(given)).band()).isEqualTo(band);
    }

    @Test
    void passesFromThePassScoreOn() {
        var quiz = with(quiz(QuizSamples.number("q", "10", "10", "10", CLOSENESS)), "7.5");

        assertThat(Marking.of(quiz, number("7.5")).passed()).isTrue();
        assertThat(Marking.of(quiz, number("7.49")).passed()).isFalse();
    }

    @Test
    void passesWhoeverAnsweredWhereThereIsNoPassScore() {
        assertThat(Marking.of(quiz(QuizSamples.number("q", "10", "10", "1", EXACT)), number("99"))
                        .passed())
                .isTrue();
    }

    private static Object score(Question question, String given) {
        return Marking.of(quiz(question), number(given)).score();
    }

    private static Map<QuestionId, GivenAnswer> number(String given) {
        return Map.of(QUESTION, new GivenAnswer(null, points(given)));
    }

    private static GivenAnswer options(String... ids) {
        return new GivenAnswer(Stream.of(ids).map(OptionId::new).toList(), null);
    }
}
