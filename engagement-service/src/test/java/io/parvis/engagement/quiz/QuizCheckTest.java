package io.parvis.engagement.quiz;

import static io.parvis.engagement.quiz.Question.QuestionType.MULTIPLE;
import static io.parvis.engagement.quiz.Question.QuestionType.NUMBER;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.Question.QuestionType.TRUE_FALSE;
import static io.parvis.engagement.quiz.QuizSamples.band;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuizCheckTest {

    private static final QuizContent TEN_POINTS = quiz(choice("q", SINGLE, "10", "a", "+b"));

    @Test
    void findsNothingWrongWithBandsFromNothingToEverything() {
        assertThat(wrongWith(with(TEN_POINTS, "10", band("0", "2.5"), band("2.5", "10"))))
                .isEmpty();
        assertThat(wrongWith(TEN_POINTS)).isEmpty();
    }

    @Test
    void findsGapsOverlapsAndWhatNobodyReaches() {
        assertThat(wrongWith(with(TEN_POINTS, null, band("1", "10")))).containsExactly("/bands/0/from");
        assertThat(wrongWith(with(TEN_POINTS, null, band("0", "5"), band("6", "10"))))
                .containsExactly("/bands/1/from");
        assertThat(wrongWith(with(TEN_POINTS, null, band("0", "5"), band("4", "10"))))
                .containsExactly("/bands/1/from");
        assertThat(wrongWith(with(TEN_POINTS, null, band("0", "9.99")))).containsExactly("/bands/0/to");
        assertThat(wrongWith(with(TEN_POINTS, null, band("0", "0"), band("0", "10"))))
                .containsExactly("/bands/0/to");
        assertThat(wrongWith(with(TEN_POINTS, null, band("0", "11"), band("11", "12"))))
                .containsExactly("/bands/1/from");
    }

    @Test
    void findsAQuestionThatCannotBeMarked() {
        assertThat(wrongWith(quiz(choice("q", MULTIPLE, "1", "a", "b")))).containsExactly("/questions/0/options");
        assertThat(wrongWith(quiz(choice("q", SINGLE, "1", "+a", "+b")))).containsExactly("/questions/0/options");
        assertThat(wrongWith(quiz(choice("q", TRUE_FALSE, "1", "+a", "b", "c"))))
                .containsExactly("/questions/0/options");
        assertThat(wrongWith(quiz(choice("q", SINGLE, "1", "+a")))).containsExactly("/questions/0/options");
        assertThat(wrongWith(quiz(new Question("q", NUMBER, "?", null, null, points("1"), null))))
                .containsExactly("/questions/0/answer");
    }

    @Test
    void bordersTheTimeLimitAndTheTextInAll() {
        assertThat(wrongWith(with(TEN_POINTS, Duration.ofDays(30), 1, null))).isEmpty();
        assertThat(wrongWith(with(TEN_POINTS, Duration.ofDays(30).plusNanos(1), 1, null)))
                .containsExactly("/timeLimit");
        assertThat(wrongWith(with(TEN_POINTS, Duration.ofSeconds(-1), 1, null))).containsExactly("/timeLimit");
        var wordy = new Question[100];
        for (int i = 0; i < wordy.length; i++) {
            wordy[i] = choice("q" + i, SINGLE, "1", "a", "+b" + "c".repeat(2_000));
        }
        assertThat(wrongWith(quiz(wordy))).containsExactly("");
    }

    private static List<String> wrongWith(QuizContent quiz) {
        try {
            QuizCheck.mustHold(quiz);
            return List.of();
        } catch (InvalidRequest invalid) {
            return invalid.problem().errors().stream()
                    .map(Problem.Error::pointer)
                    .toList();
        }
    }
}
