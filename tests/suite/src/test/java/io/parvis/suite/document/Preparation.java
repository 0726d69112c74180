package io.parvis.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What has to be there for an operation to succeed: fresh things for those that use theirs up, and bodies whose fields
 * depend on each other in ways that a schema cannot say.
 */
final class Preparation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BRAND = "/v1/brands/{brandId}";
    private static final int DRAWN = 30;

    private final Maker maker;
    private final Map<String, Supplier<Map<String, String>>> fresh = new HashMap<>();
    private final Map<String, Function<Choice, Object>> bodies = new HashMap<>();
    private final World world;
    private String contestId = "";
    private String quizId = "";
    private String couponPoolId = "";

    Preparation(Maker maker, World world) {
        this.maker = maker;
        this.world = world;
        fresh.put("POST " + BRAND + "/archive", maker::brand);
        fresh.put("DELETE " + BRAND + "/fans/{fanId}", maker::fan);
        fresh.put("POST " + BRAND + "/fans/{fanId}/conversion", maker::fan);
        fresh.put("POST " + BRAND + "/contests/{contestId}/publish", maker::draft);
        fresh.put("PATCH " + BRAND + "/contests/{contestId}", maker::draft);
        fresh.put("POST " + BRAND + "/contests/{contestId}/cancel", maker::draft);
        fresh.put(
                "POST " + BRAND + "/contests/{contestId}/entries",
                () -> Map.of("brandId", maker.brandId(), "contestId", contestId));
        fresh.put("POST " + BRAND + "/contests/{contestId}/entries/{entryId}/invalidate", () -> maker.entry(contestId));
        fresh.put("POST " + BRAND + "/contests/{contestId}/entries/{entryId}/reinstate", this::invalidated);
        fresh.put("POST " + BRAND + "/quizzes/{quizId}/publish", maker::draftQuiz);
        fresh.put("PATCH " + BRAND + "/quizzes/{quizId}", maker::draftQuiz);
        fresh.put("POST " + BRAND + "/quizzes/{quizId}/close", maker::publishedQuiz);
        fresh.put(
                "POST " + BRAND + "/quizzes/{quizId}/attempts",
                () -> Map.of("brandId", maker.brandId(), "quizId", quizId));
        fresh.put("POST " + BRAND + "/quizzes/{quizId}/attempts/{attemptId}/answers", () -> maker.attempt(quizId));
        fresh.put("POST " + BRAND + "/quizzes/{quizId}/attempts/{attemptId}/finish", () -> maker.attempt(quizId));
        fresh.put("POST " + BRAND + "/coupon-pools/{couponPoolId}/reserve", this::poolWithCodes);
        fresh.put("POST " + BRAND + "/coupon-pools/{couponPoolId}/redeem", () -> maker.coupon(couponPoolId));
        bodies.put(
                "POST " + BRAND + "/contests",
                choice -> Examples.contest(choice.of(List.of("draw", "instant-win")), Duration.ofDays(9), 3));
        bodies.put("POST " + BRAND + "/quizzes", choice -> Examples.quiz());
        bodies.put("PUT " + BRAND + "/reward-programme", choice -> Examples.programme());
        bodies.put("PATCH " + BRAND + "/quizzes/{quizId}", choice -> Map.of("title", "Another"));
        bodies.put("PATCH " + BRAND + "/contests/{contestId}", choice -> Map.of("name", "Another"));
        bodies.put("POST " + BRAND + "/fans/{fanId}/points", this::points);
        bodies.put("POST " + BRAND + "/quizzes/{quizId}/attempts/{attemptId}/answers", this::answer);
        bodies.put("POST " + BRAND + "/contests/{contestId}/winners/{rank}/claim", choice -> Map.of());
        bodies.put("POST " + BRAND + "/contests/{contestId}/draw", choice -> Map.of());
        Map.of("presence", "presence.brands", "engagement", "engagement.contests", "reputation", "reputation.mentions")
                .forEach((service, view) -> List.of("retry", "discard")
                        .forEach(verb -> bodies.put(
                                "POST /v1/operations/%s/parked-events/%s".formatted(service, verb),
                                choice -> Map.of("processor", view, "sequence", "none"))));
    }

    /** Everything that requests can be about, once. */
    void begin() {
        contestId = maker.published("draw", Duration.ofDays(7), 2).get("contestId");
        quizId = maker.publishedQuiz().get("quizId");
        couponPoolId = maker.couponPool().get("couponPoolId");
        var drawn = maker.published("draw", Duration.ofSeconds(6), DRAWN / 2).get("contestId");
        maker.published("instant-win", Duration.ofDays(7), 2);
        maker.put(maker.path("/reward-programme"), Examples.programme());
        maker.put(maker.path("/persona"), Map.of("traits", List.of("warm"), "tone", "plain", "formOfAddress", "tu"));
        for (int i = 0; i < DRAWN; i++) {
            maker.entry(drawn);
        }
        maker.entry(contestId);
        maker.attempt(quizId);
        maker.reservation();
        maker.coupon(couponPoolId);
        maker.mention();
        maker.learnt("/watches", Map.of("name", "W", "subject", "own", "any", List.of("velo")), "watchId");
        maker.learnt("/channels", Map.of("kind", "forum", "purpose", "conversation"), "channelId");
        maker.put(maker.path("/campaigns/" + quizId + "/landing-page"), Map.of("url", "https://www.example.org/s"));
        maker.learnt(
                "/referrals", Map.of("campaignId", quizId, "fanId", maker.fan().get("fanId")), "token");
        world.learn(Map.of("brandId", maker.brandId(), "campaignId", quizId));
        world.learn(Map.of("contestId", contestId, "version", "1"));
        world.learn(Map.of("questionId", "price"));
        world.learn(Map.of("questionId", "sleep"));
        world.learn(Map.of("optionId", "eight"));
        draw(drawn);
    }

    private void draw(String drawn) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> maker.post(maker.path("/contests/" + drawn + "/draw"), Map.of())
                                .path("winners")
                                .size()
                        > 0);
        for (int rank = 1; rank <= DRAWN / 2; rank++) {
            world.learn(Map.of("brandId", maker.brandId(), "contestId", drawn, "rank", Integer.toString(rank)));
        }
        maker.get("/v1/public/contests/" + drawn + "/proof")
                .at("/draw/winners")
                .forEach(winner -> world.learn(Map.of("contestId", drawn, "leaf", World.text(winner, "leaf"))));
    }

    /** The things that a request to an operation names in its path; empty where there are none yet. */
    Optional<Map<String, String>> path(ApiOperation operation, List<String> names, Choice choice) {
        var making = fresh.get(operation.name());
        if (making != null) {
            return Optional.of(making.get());
        }
        return world.fact(names, choice);
    }

    /** A body that is right in all that it says; none where the schema alone says how to make one. */
    Optional<JsonNode> body(ApiOperation operation, Choice choice) {
        return Optional.ofNullable(bodies.get(operation.name())).map(body -> JSON.valueToTree(body.apply(choice)));
    }

    private Map<String, String> invalidated() {
        var entry = maker.entry(contestId);
        maker.post(
                maker.path("/contests/" + contestId + "/entries/" + entry.get("entryId") + "/invalidate"),
                Map.of("reason", "A machine."));
        return entry;
    }

    private Map<String, String> poolWithCodes() {
        maker.addCodes(couponPoolId);
        return Map.of("brandId", maker.brandId(), "couponPoolId", couponPoolId);
    }

    private Object points(Choice choice) {
        return switch (choice.below(4)) {
            case 0 -> Map.of("operation", "earn", "points", 1 + choice.below(50), "source", "till");
            case 1 -> Map.of("operation", "adjust", "points", 5, "reason", "Sorry.");
            case 2 -> Map.of("operation", "reserve", "points", 1);
            default -> Map.of("operation", "burn", "points", 1);
        };
    }

    private Object answer(Choice choice) {
        return choice.oneIn(2)
                ? new LinkedHashMap<>(Map.of("questionId", "price", "number", choice.below(1000)))
                : new LinkedHashMap<>(Map.of("questionId", "sleep", "optionIds", List.of("eight")));
    }
}
