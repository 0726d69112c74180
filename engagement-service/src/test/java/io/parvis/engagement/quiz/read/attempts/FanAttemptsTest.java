package io.parvis.engagement.quiz.read.attempts;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizContent.Attempts;
import io.parvis.engagement.quiz.QuizContent.Counts;
import io.parvis.engagement.quiz.read.attempts.FanAttempts.Finished;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanAttemptsTest {

    private static final FanAttempts THREE =
            new FanAttempts(List.of(finished("c", 3, "5.00"), finished("a", 1, "2.00"), finished("b", 2, "5.0")));

    @Test
    void countsTheFirstTheLastOrTheHighestOfEqualOnesTheEarlier() {
        assertThat(THREE.counting(with(5, Counts.FIRST))).isEqualTo("a");
        assertThat(THREE.counting(with(5, Counts.LAST))).isEqualTo("c");
        assertThat(THREE.counting(with(5, Counts.HIGHEST))).isEqualTo("b");
        assertThat(FanAttempts.NONE.counting(with(5, Counts.LAST))).isNull();
    }

    @Test
    void hasNoneLeftOnceTheLastOneAllowedIsFinished() {
        assertThat(THREE.noneIsLeft(with(4, Counts.LAST))).isFalse();
        assertThat(THREE.noneIsLeft(with(3, Counts.LAST))).isTrue();
        assertThat(FanAttempts.NONE.noneIsLeft(with(1, Counts.LAST))).isFalse();
    }

    private static Finished finished(String attemptId, int ordinal, String score) {
        return new Finished("q1/f1", attemptId, ordinal, points(score));
    }

    private static QuizContent with(int allowed, Counts counts) {
        var quiz = quiz(choice("q", SINGLE, "1", "a", "+b"));
        return new QuizContent(
                quiz.title(),
                quiz.kind(),
                null,
                new Attempts(allowed, counts),
                null,
                null,
                null,
                quiz.questions(),
                null);
    }
}
