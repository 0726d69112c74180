package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class RewardApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void letsTenOfTwoHundredBurnsOfTenAtOnceHaveAHundred() throws Exception {
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 100)).then().statusCode(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byAnswer = threads
                    .invokeAll(IntStream.range(0, 200)
                            .<Callable<String>>mapToObj(
                                    i -> () -> answer(move(fanId, Map.of("operation", "burn", "points", 10))))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));

            assertThat(byAnswer).isEqualTo(Map.of("201", 10L, "insufficient-points", 190L));
        }
    }

    @Test
    void showsTheBooksAndWhatTheyWereAsOfATime() {
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 100)).then().statusCode(201);
        String reservationId = move(fanId, Map.of("operation", "reserve", "points", 40))
                .then()
                .statusCode(201)
                .extract()
                .path("reservationId");
        var burned = move(fanId, Map.of("operation", "burn", "reservationId", reservationId));

        var statement = asEveryone()
                .header("Parvis-Position", burned.header("Parvis-Position"))
                .get(fans(fanId) + "/statement");

        statement
                .then()
                .statusCode(200)
                .body("earned", equalTo(100))
                .body("burned", equalTo(40))
                .body("balance", equalTo(60))
                .body("items.operation", contains("burn", "reserve", "earn"));
        asEveryone()
                .queryParam("asOf", statement.<String>path("items[1].recordedAt"))
                .get(fans(fanId) + "/statement")
                .then()
                .body("reserved", equalTo(40))
                .body("burned", equalTo(0))
                .body("items.operation", contains("reserve", "earn"));
    }

    @Test
    void rewardsAnEntryByTheProgramme() {
        asEveryone()
                .body(Map.of(
                        "timeZone", "Europe/Paris", "rules", List.of(Map.of("event", "contest-entered", "points", 25))))
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(204);
        var fanId = fan(brandId, "FR");
        enter(brandId, published(brandId, rules()), fanId).then().statusCode(201);

        await().untilAsserted(() ->
                asEveryone().get(fans(fanId) + "/statement").then().body("balance", equalTo(25)));
    }

    @Test
    void rewardsWhatComesAfterAProgrammeHoweverMuchCameBefore() {
        var contestId = published(brandId, rules());
        var before = fan(brandId, "FR");
        enter(brandId, contestId, before).then().statusCode(201);
        for (var points = 1; points <= 3; points++) {
            programme(Map.of("event", "contest-entered", "points", points));
            var fanId = fan(brandId, "FR");
            enter(brandId, contestId, fanId).then().statusCode(201);

            var given = points;
            await().untilAsserted(() ->
                    asEveryone().get(fans(fanId) + "/statement").then().body("balance", equalTo(given)));
        }
        asEveryone().get(fans(before) + "/statement").then().body("balance", equalTo(0));
    }

    @Test
    void rewardsAPassedQuizAndNoOther() {
        programme(Map.of("event", "quiz-passed", "points", 40));
        var quiz = QuizJourney.healthQuiz();
        quiz.put("passScore", 10);
        var quizId = QuizJourney.published(brandId, quiz);
        var failing = fan(brandId, "FR");
        var passing = fan(brandId, "FR");
        attempt(quizId, failing, "six");
        attempt(quizId, passing, "eight");

        await().untilAsserted(() ->
                asEveryone().get(fans(passing) + "/statement").then().body("balance", equalTo(40)));
        asEveryone().get(fans(failing) + "/statement").then().body("balance", equalTo(0));
    }

    @Test
    void rewardsAFanWhoBecameACustomerOnce() {
        programme(Map.of("event", "fan-became-customer", "points", 500));
        var fanId = fan(brandId, "FR");
        asEveryone().post(fans(fanId) + "/conversion").then().statusCode(204);
        asEveryone().post(fans(fanId) + "/conversion").then().statusCode(204);

        await().untilAsserted(() ->
                asEveryone().get(fans(fanId) + "/statement").then().body("balance", equalTo(500)));
        asEveryone().get(fans(fanId) + "/statement").then().body("items.operation", contains("earn"));
    }

    @Test
    void earnsNothingForAnErasedFan() {
        programme(Map.of("event", "contest-entered", "points", 25));
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 100)).then().statusCode(201);
        asEveryone().delete(fans(fanId)).then().statusCode(204);

        move(fanId, Map.of("operation", "earn", "points", 1))
                .then()
                .statusCode(404)
                .body("type", endsWith("/fan-not-found"));
    }

    @Test
    void endsInAnArchivedBrandWhatWasReserved() {
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 100)).then().statusCode(201);
        String reservationId =
                move(fanId, Map.of("operation", "reserve", "points", 40)).path("reservationId");
        EngagementJourney.brandArchived(new RecordedFacts(engine), brandId);

        move(fanId, Map.of("operation", "earn", "points", 1))
                .then()
                .statusCode(409)
                .body("type", endsWith("/brand-is-archived"));
        move(fanId, Map.of("operation", "burn", "reservationId", reservationId))
                .then()
                .statusCode(201)
                .body("balance", equalTo(60));
    }

    @Test
    void showsTheProgrammeThatIsInForce() {
        var written = programme(Map.of("event", "contest-entered", "points", 25));

        asEveryone()
                .header("Parvis-Position", written.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(200)
                .header("ETag", not(emptyOrNullString()))
                .body("programmeVersion", equalTo(1))
                .body("timeZone", equalTo("Europe/Paris"))
                .body("rules[0].event", equalTo("contest-entered"))
                .body("rules[0].points", equalTo(25));
    }

    @Test
    void tellsWhatIsWrongWithAProgramme() {
        put(Map.of("timeZone", "Paris", "rules", List.of())).then().statusCode(400);
        put(Map.of("timeZone", "Europe/Paris", "rules", List.of(Map.of("event", "quiz-passed", "points", 0))))
                .then()
                .statusCode(400);
        put(Map.of(
                        "timeZone",
                        "Europe/Paris",
                        "rules",
                        List.of(Map.of("event", "fan-became-customer", "campaignId", "c1", "points", 5))))
                .then()
                .statusCode(400);
        put(Map.of("timeZone", "Europe/Paris", "rules", List.of(), "expiry", Map.of("mode", "rolling")))
                .then()
                .statusCode(400);
        // Until the brand has arrived in the view there is no brand.
        await().untilAsserted(() -> asEveryone()
                .get("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(404)
                .body("type", endsWith("/reward-programme-not-found")));
    }

    @Test
    void expiresPointsByItself() {
        asEveryone()
                .body(Map.of(
                        "timeZone",
                        "Europe/Paris",
                        "rules",
                        List.of(),
                        "expiry",
                        Map.of(
                                "mode",
                                "fixed",
                                "at",
                                Instant.now().plus(Duration.ofSeconds(2)).toString())))
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(204);
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 100)).then().statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone()
                        .get(fans(fanId) + "/statement")
                        .then()
                        .body("expired", equalTo(100))
                        .body("balance", equalTo(0)));
    }

    @Test
    void tellsWhatIsWrongWithAnOperation() {
        var fanId = fan(brandId, "FR");

        move(fanId, Map.of("operation", "earn", "points", -1)).then().statusCode(400);
        move(fanId, Map.of("operation", "release")).then().statusCode(400);
        move(fanId, Map.of("operation", "adjust", "points", 5)).then().statusCode(400);
        move(fanId, Map.of("operation", "release", "reservationId", "none"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/reservation-not-open"));
        move("nobody", Map.of("operation", "earn", "points", 1)).then().statusCode(404);
    }

    @SafeVarargs
    private final Response programme(Map<String, ?>... rules) {
        var answer = put(Map.of("timeZone", "Europe/Paris", "rules", List.of(rules)));
        answer.then().statusCode(204);
        return answer;
    }

    private Response put(Map<String, ?> programme) {
        return asEveryone().body(programme).put("/v1/brands/" + brandId + "/reward-programme");
    }

    private void attempt(String quizId, String fanId, String optionId) {
        String attemptId = QuizJourney.start(brandId, quizId, fanId).path("attemptId");
        var attempt = QuizJourney.attempts(brandId, quizId) + "/" + attemptId;
        asEveryone()
                .body(Map.of("questionId", "sleep", "optionIds", List.of(optionId)))
                .post(attempt + "/answers")
                .then()
                .statusCode(204);
        asEveryone().post(attempt + "/finish").then().statusCode(200);
    }

    private static String answer(Response response) {
        return response.statusCode() == 201
                ? "201"
                : response.<String>path("type").replaceAll(".*/", "");
    }

    private Response move(String fanId, Map<String, ?> body) {
        return asEveryone().body(body).post(fans(fanId) + "/points");
    }

    private String fans(String fanId) {
        return "/v1/brands/" + brandId + "/fans/" + fanId;
    }
}
