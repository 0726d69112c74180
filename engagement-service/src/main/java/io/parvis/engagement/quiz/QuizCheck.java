package io.parvis.engagement.quiz;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be true of a quiz as a whole, beyond each field by itself. */
public final class QuizCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Every decision on an attempt reads the quiz. */
    private static final int MAX_TEXT = 200_000;

    private final List<Problem.Error> errors = new ArrayList<>();

    private QuizCheck() {}

    /** @throws InvalidRequest with all that is wrong, by JSON pointers into the quiz */
    public static void mustHold(QuizContent content) {
        refuse(errors(content));
    }

    /**
     * The same of a draft that was changed: what was wrong with it before, in members that nobody sent, may stay so.
     *
     * @param sent the names of the members that were
     * @throws InvalidRequest as {@link #mustHold} does
     */
    public static void mustStillHold(QuizContent before, QuizContent after, Set<String> sent) {
        var known = errors(before);
        refuse(errors(after).stream()
                .filter(error -> sent.contains(member(error)) || !known.contains(error))
                .toList());
    }

    private static String member(Problem.Error error) {
        return error.pointer().replaceFirst("^/([^/]*).*", "$1");
    }

    private static List<Problem.Error> errors(QuizContent content) {
        var check = new QuizCheck();
        check.questions(content);
        check.bands(content);
        check.limits(content);
        return check.errors;
    }

    private static void refuse(List<Problem.Error> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private void questions(QuizContent content) {
        var ids = new HashSet<String>();
        for (int i = 0; i < content.questions().size(); i++) {
            var question = content.questions().get(i);
            var at = "/questions/" + i;
            if (!ids.add(question.questionId())) {
                wrong(at + "/questionId", "is another question's already");
            }
            QuestionCheck.check(question, at, this::wrong);
        }
    }

    private void bands(QuizContent content) {
        var expected = BigDecimal.ZERO;
        var bands = content.bandsOrNone();
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            if (band.from().compareTo(expected) != 0) {
                wrong("/bands/" + i + "/from", "must be " + expected.toPlainString() + ": no gap and no overlap");
            }
            if (band.to().compareTo(band.from()) <= 0) {
                wrong("/bands/" + i + "/to", "must be more than from");
            }
            if (band.from().compareTo(content.maxScore()) > 0) {
                wrong("/bands/" + i + "/from", "is more than anybody can score");
            }
            expected = band.to();
        }
        if (!bands.isEmpty() && expected.compareTo(content.maxScore()) < 0) {
            wrong(
                    "/bands/" + (bands.size() - 1) + "/to",
                    "must reach the highest score, " + content.maxScore().toPlainString());
        }
    }

    private void limits(QuizContent content) {
        var limit = content.timeLimit();
        if (limit != null && (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0)) {
            wrong("/timeLimit", "must be from PT1S to P30D");
        }
        if (content.passScore() != null && content.passScore().compareTo(content.maxScore()) > 0) {
            wrong("/passScore", "is more than anybody can score");
        }
        if (texts(content)
                        .mapToLong(text -> text.codePointCount(0, text.length()))
                        .sum()
                > MAX_TEXT) {
            wrong("", "must not have more than %,d characters of text in all".formatted(MAX_TEXT));
        }
    }

    private static Stream<String> texts(QuizContent content) {
        var ofQuestions = content.questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(question.text(), orNone(question.advice())),
                        question.optionsOrNone().stream()
                                .flatMap(option -> Stream.of(option.text(), orNone(option.advice())))));
        return Stream.concat(ofQuestions, content.bandsOrNone().stream().map(QuizContent.Band::advice));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void wrong(String pointer, String detail) {
        errors.add(new Problem.Error(pointer, detail));
    }
}
