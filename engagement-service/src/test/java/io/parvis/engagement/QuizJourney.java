package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The domain's words for tests of quizzes: the two cases that they were imagined from, and requests as callers send them. */
final class QuizJourney {

    static final String KEY = "ZZKEYZZ";

    private QuizJourney() {}

    static String quizzes(String brandId) {
        return "/v1/brands/" + brandId + "/quizzes";
    }

    static String quiz(String brandId, String quizId) {
        return quizzes(brandId) + "/" + quizId;
    }

    static String attempts(String brandId, String quizId) {
        return quiz(brandId, quizId) + "/attempts";
    }

    /** What does a dental crown cost, and what is left to pay? Every text that fans may not read yet holds {@link #KEY}. */
    static Map<String, Object> crownGame() {
        var game = new HashMap<String, Object>();
        game.put("title", "What does a dental crown cost?");
        game.put("kind", "game");
        game.put("shuffle", false);
        game.put(
                "questions",
                List.of(
                        number("price", "What does a crown cost, in euros?", 547.31, 200, "closeness"),
                        number("refund", "How much of it is paid back, in percent?", 73.19, 5, "exact")));
        game.put("bands", List.of(band(0, 5), band(5, 15), band(15, 20)));
        return game;
    }

    /** A health quiz for future students, with advice per answer. */
    static Map<String, Object> healthQuiz() {
        var quiz = new HashMap<String, Object>();
        quiz.put("title", "Ready for student life?");
        quiz.put("kind", "quiz");
        quiz.put("shuffle", true);
        quiz.put(
                "questions",
                new ArrayList<>(List.of(
                        choice("sleep", "single", option("six", false), option("eight", true), option("ten", false)),
                        choice(
                                "vaccines",
                                "multiple",
                                option("tetanus", true),
                                option("measles", true),
                                option("scurvy", false)),
                        choice("doctor", "true-false", option("yes", true), option("no", false)))));
        quiz.put("bands", List.of(band(0, 15), band(15, 30)));
        return quiz;
    }

    static Map<String, Object> number(String id, String text, double number, double tolerance, String scoring) {
        return Map.of(
                "questionId",
                id,
                "type",
                "number",
                "text",
                text,
                "points",
                10,
                "advice",
                KEY + " " + id,
                "answer",
                Map.of("number", number, "tolerance", tolerance, "scoring", scoring));
    }

    @SafeVarargs
    static Map<String, Object> choice(String id, String type, Map<String, Object>... options) {
        return Map.of("questionId", id, "type", type, "text", "About " + id, "points", 10, "options", List.of(options));
    }

    static Map<String, Object> option(String id, boolean correct) {
        return Map.of("optionId", id, "text", "It is " + id, "correct", correct, "advice", KEY + " " + id);
    }

    static Map<String, Object> band(int from, int to) {
        return Map.of("from", from, "to", to, "advice", KEY + " from " + from);
    }

    static Response draft(String brandId, Map<String, Object> quiz) {
        return asEveryone().body(quiz).post(quizzes(brandId));
    }

    static String published(String brandId, Map<String, Object> quiz) {
        String quizId = draft(brandId, quiz).path("quizId");
        publish(brandId, quizId).then().statusCode(204);
        return quizId;
    }

    static Response publish(String brandId, String quizId) {
        return asEveryone().post(quiz(brandId, quizId) + "/publish");
    }

    static Response close(String brandId, String quizId) {
        return asEveryone().post(quiz(brandId, quizId) + "/close");
    }

    static Response start(String brandId, String quizId, String fanId) {
        return as(on(brandId, "partner")).body(Map.of("fanId", fanId)).post(attempts(brandId, quizId));
    }

    /** @param answer option ids, or a number */
    static Response answer(String attempt, String questionId, Object answer) {
        var body = answer instanceof Number
                ? Map.of("questionId", questionId, "number", answer)
                : Map.of("questionId", questionId, "optionIds", answer);
        return asEveryone().body(body).post(attempt + "/answers");
    }

    static Response finish(String attempt) {
        return asEveryone().post(attempt + "/finish");
    }

    /** Reads as a partner, after all that was written before. */
    static Response readAsPartner(String brandId, String path, Response after) {
        return as(on(brandId, "partner"))
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(path);
    }
}
