package io.parvis.engagement.quiz.read.statistics;

import static io.parvis.engagement.quiz.Question.QuestionType.MULTIPLE;
import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.GivenAnswer;
import io.parvis.engagement.quiz.Marking;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.read.statistics.QuizStatistics.OneOption;
import io.parvis.eventing.event.EventJson;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final QuestionId QUESTION = new QuestionId("one");
    private static final QuestionId ANOTHER_QUESTION = new QuestionId("several");

    private static final QuizContent QUIZ =
            quiz(choice("one", SINGLE, "3", "a", "+b"), choice("several", MULTIPLE, "4", "+c", "+d", "e"));

    private static final AttemptFinished WELL =
            finished(Map.of(QUESTION, chosen("b"), ANOTHER_QUESTION, chosen("c", "d")));
    private static final AttemptFinished BADLY = finished(Map.of(QUESTION, chosen("a")));
    private static final AttemptFinished HALF = finished(Map.of(ANOTHER_QUESTION, chosen("c")));

    @Test
    void countsAnswersRightOnesPointsAndOptions() {
        var read =
                QuizStatistics.of("q1", QUIZ, Tally.NONE.with(WELL).with(BADLY).with(HALF));

        assertThat(read.finished()).isEqualTo(3);
        assertThat(read.averageScore()).isEqualTo(points("3.00"));
        var one = read.questions().getFirst();
        assertThat(one.answered()).isEqualTo(2);
        assertThat(one.right()).isEqualTo(1);
        assertThat(one.averagePoints()).isEqualTo(points("1.00"));
        assertThat(one.options()).containsExactly(new OneOption("a", 1), new OneOption("b", 1));
        var several = read.questions().getLast();
        assertThat(several.averagePoints()).isEqualTo(points("2.00"));
        assertThat(several.options())
                .containsExactly(new OneOption("c", 2), new OneOption("d", 1), new OneOption("e", 0));
    }

    @Test
    void isTheSameInAnyOrderAndAfterBeingKept() throws JsonProcessingException {
        var tally = Tally.NONE.with(WELL).with(BADLY).with(HALF);
        var kept = EventJson.mapper().readValue(EventJson.mapper().writeValueAsString(tally), Tally.class);

        assertThat(Tally.NONE.with(HALF).with(WELL).with(BADLY)).isEqualTo(tally);
        assertThat(kept).isEqualTo(tally);
    }

    @Test
    void hasNoAveragesOfNothing() {
        var read = QuizStatistics.of("q1", QUIZ, Tally.NONE);

        assertThat(read.averageScore()).isNull();
        assertThat(read.questions())
                .allSatisfy(question -> assertThat(question.averagePoints()).isNull());
    }

    private static GivenAnswer chosen(String... optionIds) {
        return new GivenAnswer(Stream.of(optionIds).map(OptionId::new).toList(), null);
    }

    private static AttemptFinished finished(Map<QuestionId, GivenAnswer> answers) {
        var marking = Marking.of(QUIZ, answers);
        return new AttemptFinished(
                new AttemptId("a1"),
                new QuizId("q1"),
                new BrandId("b1"),
                new FanId("f1"),
                1,
                marking.score(),
                marking.maxScore(),
                marking.band(),
                marking.passed(),
                EndedBy.FAN,
                OPENS,
                OPENS,
                marking.marks());
    }
}
