package io.parvis.engagement.quiz.write.finish;

import static io.parvis.engagement.quiz.Question.QuestionType.SINGLE;
import static io.parvis.engagement.quiz.QuizSamples.OPENS;
import static io.parvis.engagement.quiz.QuizSamples.band;
import static io.parvis.engagement.quiz.QuizSamples.choice;
import static io.parvis.engagement.quiz.QuizSamples.points;
import static io.parvis.engagement.quiz.QuizSamples.quiz;
import static io.parvis.engagement.quiz.QuizSamples.with;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.AttemptId;
import io.parvis.engagement.quiz.Mark;
import io.parvis.engagement.quiz.OptionId;
import io.parvis.engagement.quiz.QuestionId;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.time.Instant;
import java.util.List;

/** What happened in attempt a1, f1's second at quiz q1 of brand b1, in the words of its events. */
final class AttemptFacts {

    private static final AttemptId ATTEMPT = new AttemptId("a1");
    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");
    private static final OptionId OPTION = new OptionId("b");
    private static final QuestionId QUESTION = new QuestionId("one");
    private static final QuizId QUIZ = new QuizId("q1");

    static final Instant DUE = OPENS.plusSeconds(60);
    static final QuizPublished PUBLISHED = new QuizPublished(
            QUIZ,
            BRAND,
            with(
                    quiz(choice("one", SINGLE, "10", "a", "+b"), choice("two", SINGLE, "5", "+a", "b")),
                    "10",
                    band("0", "10"),
                    band("10", "15")));
    static final AttemptStarted STARTED = new AttemptStarted(ATTEMPT, QUIZ, BRAND, FAN, 2, OPENS, DUE, null);
    static final QuestionAnswered WRONG = new QuestionAnswered(ATTEMPT, QUESTION, List.of(new OptionId("a")), null);
    static final QuestionAnswered RIGHT = new QuestionAnswered(ATTEMPT, QUESTION, List.of(OPTION), null);

    private AttemptFacts() {}

    static AttemptFinished finishedWithNothing(EndedBy by, Instant at) {
        return finished("0.00", 0, new Mark(QUESTION, null, null, points("0.00"), false), by, at);
    }

    static AttemptFinished finishedWithTheFirstRight(EndedBy by, Instant at) {
        return finished("10.00", 1, new Mark(QUESTION, List.of(OPTION), null, points("10.00"), true), by, at);
    }

    private static AttemptFinished finished(String score, int band, Mark first, EndedBy by, Instant at) {
        return new AttemptFinished(
                ATTEMPT,
                QUIZ,
                BRAND,
                FAN,
                2,
                points(score),
                points("15.00"),
                band,
                band > 0,
                by,
                OPENS,
                at,
                List.of(first, new Mark(new QuestionId("two"), null, null, points("0.00"), false)));
    }
}
