package io.parvis.engagement.quiz;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.engagement.quiz.PaperQuestion.PaperOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperQuestionTest {

    private static final QuizContent QUIZ = quiz(IntStream.range(0, 8)
            .mapToObj(i -> choice("q" + i, SINGLE, "1", "+a", "b", "c", "d"))
            .toArray(Question[]::new));

    @Test
    void keepsTheAuthorsOrderWhereNotShuffled() {
        assertThat(ids(PaperQuestion.of(QUIZ, "a1"))).containsExactly("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7");
    }

    @Test
    void hasOneOrderPerPaperAndTheSameAtEveryReading() {
        var quiz = shuffled(QUIZ);

        assertThat(PaperQuestion.of(quiz, "a1")).isEqualTo(PaperQuestion.of(quiz, "a1"));
        assertThat(ids(PaperQuestion.of(quiz, "a1")))
                .isNotEqualTo(ids(PaperQuestion.of(quiz, "a2")))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void putsTheRightOptionAnywhere() {
        var quiz = shuffled(QUIZ);
        var first = IntStream.range(0, 100)
                .mapToObj(i -> PaperQuestion.of(quiz, "attempt" + i))
                .flatMap(List::stream)
                .filter(question -> question.options().getFirst().optionId().equals("a"))
                .count();

        // 800 papers' questions, 4 options each: 200 expected, 12 the standard deviation.
        assertThat(first).isBetween(140L, 260L);
        assertThat(PaperQuestion.of(quiz, "a1").getFirst().options())
                .extracting(PaperOption::optionId)
                .containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    private static List<String> ids(List<PaperQuestion> paper) {
        return paper.stream().map(PaperQuestion::questionId).toList();
    }
}
