package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.suite.document.ApiRequest.Intent;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what requests are about, and tells the world of it; one brand for all. */
final class Maker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callers callers;
    private final World world;
    private final String prefix;
    private final String brandId;
    private String position = "";
    private int serial;

    Maker(Callers callers, World world, String prefix) {
        this.callers = callers;
        this.world = world;
        this.prefix = prefix;
        this.brandId = brand().get("brandId");
        world.learn(Map.of("brandId", brandId));
    }

    String brandId() {
        return brandId;
    }

    /** Where the last thing that was made stands. */
    String position() {
        return position;
    }

    Map<String, String> brand() {
        var made = post(
                "/v1/brands",
                Map.of(
                        "slug",
                        next("b-"),
                        "name",
                        "Vélo Club",
                        "timeZone",
                        "Europe/Paris",
                        "languages",
                        List.of("fr")));
        return Map.of("brandId", World.text(made, "brandId"));
    }

    Map<String, String> fan() {
        return learnt("/fans", Map.of("country", "FR", "externalId", next("e-"), "birthDate", "1990-01-31"), "fanId");
    }

    Map<String, String> draft() {
        return learnt("/contests", Examples.contest("draw", Duration.ofDays(7), 2), "contestId");
    }

    Map<String, String> published(String mechanic, Duration open, int prizes) {
        var made = learnt("/contests", Examples.contest(mechanic, open, prizes), "contestId");
        post(path("/contests/" + made.get("contestId") + "/publish"), Map.of());
        return made;
    }

    Map<String, String> entry(String contestId) {
        return entry(contestId, fan().get("fanId"));
    }

    Map<String, String> entry(String contestId, String fanId) {
        var made = post(path("/contests/" + contestId + "/entries"), Map.of("fanId", fanId));
        return learnt(made, "entryId", Map.of("contestId", contestId, "fanId", fanId));
    }

    Map<String, String> draftQuiz() {
        return learnt("/quizzes", Examples.quiz(), "quizId");
    }

    Map<String, String> publishedQuiz() {
        var made = draftQuiz();
        post(path("/quizzes/" + made.get("quizId") + "/publish"), Map.of());
        return made;
    }

    Map<String, String> attempt(String quizId) {
        var fanId = fan().get("fanId");
        var made = post(path("/quizzes/" + quizId + "/attempts"), Map.of("fanId", fanId));
        return learnt(made, "attemptId", Map.of("quizId", quizId, "fanId", fanId));
    }

    Map<String, String> reservation() {
        var fanId = fan().get("fanId");
        post(path("/fans/" + fanId + "/points"), Map.of("operation", "earn", "points", 100));
        var made = post(path("/fans/" + fanId + "/points"), Map.of("operation", "reserve", "points", 10));
        return learnt(made, "reservationId", Map.of("fanId", fanId));
    }

    Map<String, String> couponPool() {
        var made = learnt("/coupon-pools", Map.of("name", "Ten off"), "couponPoolId");
        addCodes(made.get("couponPoolId"));
        return made;
    }

    void addCodes(String couponPoolId) {
        var codes = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> next("C-"))
                .toList();
        post(path("/coupon-pools/" + couponPoolId + "/codes"), Map.of("codes", codes));
    }

    Map<String, String> coupon(String couponPoolId) {
        var fanId = fan().get("fanId");
        var made = post(path("/coupon-pools/" + couponPoolId + "/reserve"), Map.of("fanId", fanId));
        return learnt(made, "code", Map.of("couponPoolId", couponPoolId, "fanId", fanId));
    }

    Map<String, String> mention() {
        return learnt(
                "/mentions",
                Map.of(
                        "source",
                        "forum",
                        "externalId",
                        next("m-"),
                        "text",
                        "Said",
                        "publishedAt",
                        "2026-07-04T10:00:00Z"),
                "mentionId");
    }

    Map<String, String> learnt(String rest, Map<String, ?> body, String id) {
        return learnt(post(path(rest), body), id, Map.of());
    }

    private Map<String, String> learnt(JsonNode made, String id, Map<String, String> with) {
        var fact = new HashMap<>(with);
        fact.put("brandId", brandId);
        fact.put(id, World.text(made, id));
        if (!made.path(id).isMissingNode()) {
            world.learn(fact);
        }
        return fact;
    }

    String path(String rest) {
        return "/v1/brands/" + brandId + rest;
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        var operation = new ApiOperation(method, path, JSON.createObjectNode(), "");
        var request = new ApiRequest(
                operation,
                Intent.VALID,
                Callers.ALL,
                path,
                Map.of("Content-Type", "application/json", "Parvis-Position", position),
                body == null ? null : Mutation.written(JSON.valueToTree(body)));
        var answer = callers.send(request);
        position = answer.headers().getOrDefault("parvis-position", position);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }

    private String next(String kind) {
        return kind + prefix + "-" + ++serial;
    }
}
