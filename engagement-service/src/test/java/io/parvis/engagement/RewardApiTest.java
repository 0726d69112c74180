package io.parvis.engagement;

import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.parvis.eventing.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
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
