package io.parvis.engagement.quiz;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.quiz.Question.Answer;
import io.parvis.engagement.quiz.Question.Option;
import io.parvis.engagement.quiz.Question.QuestionType;
import io.parvis.engagement.quiz.Question.Scoring;
import io.parvis.engagement.quiz.QuizContent.Attempts;
import io.parvis.engagement.quiz.QuizContent.Band;
import io.parvis.engagement.quiz.QuizContent.Counts;
import io.parvis.engagement.quiz.QuizContent.Kind;
import io.parvis.engagement.quiz.event.AttemptFinished;
import io.parvis.engagement.quiz.event.AttemptFinished.EndedBy;
import io.parvis.engagement.quiz.event.AttemptStarted;
import io.parvis.engagement.quiz.event.QuestionAnswered;
import io.parvis.engagement.quiz.event.QuizChanged;
import io.parvis.engagement.quiz.event.QuizClosed;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.engagement.quiz.event.QuizPublished;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Quizzes in few words, for tests without a container; and one sample of each event. */
public final class QuizSamples {

    private static final AttemptId ATTEMPT = new AttemptId("a1");
    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN_ID = new FanId("f1");
    private static final OptionId OPTION = new OptionId("eight");
    private static final QuestionId QUESTION = new QuestionId("sleep");
    private static final QuizId QUIZ_ID = new QuizId("q1");

    public static final Instant OPENS = Instant.parse("2026-09-01T08:00:00Z");

    private QuizSamples() {}

    public static BigDecimal points(String points) {
        return new BigDecimal(points);
    }

    /** @param options such as {@code a} or, where it is correct, {@code +a} */
    public static Question choice(String id, QuestionType type, String points, String... options) {
        var all = Arrays.stream(options)
                .map(option -> option.startsWith("+") ? option(option.substring(1), true) : option(option, false))
                .toList();
        return new Question(id, type, "About " + id, all, null, points(points), null);
    }

    private static Option option(String id, boolean correct) {
        return new Option(id, "It is " + id, correct, null);
    }

    public static Question number(String id, String points, String number, String tolerance, Scoring scoring) {
        var answer = new Answer(points(number), points(tolerance), scoring);
        return new Question(id, QuestionType.NUMBER, "How much?", null, answer, points(points), null);
    }

    public static QuizContent quiz(Question... questions) {
        return new QuizContent("Quiz", Kind.QUIZ, null, null, null, null, null, List.of(questions), null);
    }

    public static QuizContent with(QuizContent quiz, Duration timeLimit, int attempts, Instant closesAt) {
        return new QuizContent(
                quiz.title(),
                quiz.kind(),
                timeLimit,
                new Attempts(attempts, Counts.HIGHEST),
                quiz.shuffle(),
                closesAt,
                quiz.passScore(),
                quiz.questions(),
                quiz.bands());
    }

    public static QuizContent with(QuizContent quiz, String passScore, Band... bands) {
        return new QuizContent(
                quiz.title(),
                quiz.kind(),
                quiz.timeLimit(),
                quiz.attempts(),
                quiz.shuffle(),
                quiz.closesAt(),
                passScore == null ? null : points(passScore),
                quiz.questions(),
                List.of(bands));
    }

    public static QuizContent shuffled(QuizContent quiz) {
        return new QuizContent(quiz.title(), quiz.kind(), null, null, true, null, null, quiz.questions(), null);
    }

    public static Band band(String from, String to) {
        return new Band(points(from), points(to), "From " + from);
    }

    /** The fan's attempt a1, a2 and so on, ended by them without an answer. */
    public static AttemptFinished finished(int ordinal) {
        return new AttemptFinished(
                new AttemptId("a" + ordinal),
                QUIZ_ID,
                BRAND,
                FAN_ID,
                ordinal,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                null,
                false,
                EndedBy.FAN,
                OPENS,
                OPENS,
                List.of());
    }

    /** One event of each type, with every field set that can be. */
    public static List<?> events() {
        return List.of(
                new QuizDrafted(QUIZ_ID, BRAND, everything()),
                new QuizChanged(QUIZ_ID, BRAND, quiz(choice("sleep", QuestionType.SINGLE, "10", "six", "+eight"))),
                new QuizPublished(QUIZ_ID, BRAND, quiz(choice("sleep", QuestionType.SINGLE, "10", "six", "+eight"))),
                new QuizClosed(QUIZ_ID, BRAND),
                new AttemptStarted(ATTEMPT, QUIZ_ID, BRAND, FAN_ID, 1, OPENS, OPENS.plusSeconds(600), "token"),
                new QuestionAnswered(ATTEMPT, QUESTION, List.of(OPTION), null),
                new AttemptFinished(
                        ATTEMPT,
                        QUIZ_ID,
                        BRAND,
                        FAN_ID,
                        1,
                        points("12.50"),
                        points("20.00"),
                        1,
                        true,
                        EndedBy.TIME_LIMIT,
                        OPENS,
                        OPENS.plusSeconds(600),
                        List.of(
                                new Mark(QUESTION, List.of(OPTION), null, points("10.00"), true),
                                new Mark(new QuestionId("price"), null, points("350"), points("2.50"), false),
                                new Mark(new QuestionId("left-out"), null, null, points("0.00"), false))));
    }

    private static QuizContent everything() {
        return new QuizContent(
                "Ready for student life?",
                Kind.GAME,
                Duration.ofMinutes(10),
                new Attempts(3, Counts.LAST),
                true,
                OPENS,
                points("15.5"),
                List.of(
                        new Question(
                                "doctor",
                                QuestionType.TRUE_FALSE,
                                "May I choose my doctor?",
                                List.of(
                                        new Option("yes", "True", true, "You may."),
                                        new Option("no", "False", false, null)),
                                null,
                                points("10"),
                                "Tell your insurer whom you chose."),
                        number("price", "10", "500", "200", Scoring.CLOSENESS)),
                List.of(band("0", "10"), band("10", "20")));
    }
}
