package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.fan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Standing;
import io.parvis.engagement.reward.event.TierKept;
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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class TierApiTest {

    private static final List<Map<String, ?>> LEVELS = List.of(
            Map.of("code", "silver", "name", "Argent", "from", 100),
            Map.of("code", "gold", "name", "Or", "from", 1_000));

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void showsTheTierAndTheWayToTheNextAndWhatTheyWereAsOfATime() {
        tiers(Map.of("period", "calendar-year", "graceDays", 90, "levels", LEVELS));
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 60))
                .then()
                .statusCode(201)
                .body("tier", nullValue());
        var risen = move(fanId, Map.of("operation", "earn", "points", 60));
        risen.then().statusCode(201).body("tier", equalTo("silver"));

        var statement = asEveryone()
                .header("Parvis-Position", risen.header("Parvis-Position"))
                .get(fans(fanId) + "/statement");

        statement
                .then()
                .statusCode(200)
                .body("tier.code", equalTo("silver"))
                .body("tier.name", equalTo("Argent"))
                .body("tier.since", not(emptyOrNullString()))
                .body("tier.keepsUntil", not(emptyOrNullString()))
                .body("tier.qualifyingPoints", equalTo(120))
                .body("tier.next.code", equalTo("gold"))
                .body("tier.next.missingPoints", equalTo(880))
                .body("items.operation", contains("tier-reached", "earn", "earn"))
                .body("items[0].tier", equalTo("silver"));
        asEveryone()
                .queryParam("asOf", statement.<String>path("items[2].recordedAt"))
                .get(fans(fanId) + "/statement")
                .then()
                .body("tier.code", nullValue())
                .body("tier.next.code", equalTo("silver"))
                .body("tier.next.missingPoints", equalTo(40));
    }

    @Test
    void reachesATierByARule() {
        var rule = Map.of("event", "fan-became-customer", "points", 500);
        put(Map.of(
                        "timeZone", "Europe/Paris",
                        "rules", List.of(rule),
                        "tiers", Map.of("period", "lifetime", "levels", LEVELS)))
                .then()
                .statusCode(204);
        var fanId = fan(brandId, "FR");
        asEveryone().post(fans(fanId) + "/conversion").then().statusCode(204);

        await().untilAsserted(() -> asEveryone()
                .get(fans(fanId) + "/statement")
                .then()
                .body("tier.code", equalTo("silver"))
                .body("tier.keepsUntil", nullValue()));
    }

    @Test
    void losesATierByItselfWhenTheGraceIsOver() {
        tiers(Map.of("period", "lifetime", "levels", LEVELS));
        var fanId = fan(brandId, "FR");
        move(fanId, Map.of("operation", "earn", "points", 150))
                .then()
                .statusCode(201)
                .body("tier", equalTo("silver"));
        new RecordedFacts(engine).record(graceOverInASecond(fanId));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone()
                        .get(fans(fanId) + "/statement")
                        .then()
                        .body("tier.code", nullValue())
                        .body("items[0].operation", equalTo("tier-lost"))
                        .body("items[0].tier", equalTo("silver")));
    }

    /** No grace of the API is as short as a test: the books are those of a fan whose points were taken away long ago. */
    private TierKept graceOverInASecond(String fanId) {
        var now = Instant.now();
        var held = new Standing.Held("silver", now.minus(Duration.ofDays(400)), now.plusSeconds(1));
        var ledger = new Ledger(150, 150, 0, List.of(), List.of(), null, new Standing(99, new TreeMap<>(), held));
        return new TierKept(new BrandId(brandId), new FanId(fanId), "silver", now, ledger);
    }

    @Test
    void tellsWhatIsWrongWithTiers() {
        for (var wrong : List.<Map<String, ?>>of(
                Map.of("period", "rolling", "levels", LEVELS),
                Map.of("period", "lifetime", "months", 3, "levels", LEVELS),
                Map.of("period", "rolling", "months", 25, "levels", LEVELS),
                Map.of("period", "lifetime", "levels", List.of()),
                Map.of("period", "lifetime", "graceDays", -1, "levels", LEVELS),
                Map.of("period", "lifetime", "levels", LEVELS.reversed()),
                Map.of("period", "lifetime", "levels", List.of(LEVELS.getFirst(), LEVELS.getFirst())),
                Map.of("period", "lifetime", "levels", List.of(Map.of("code", "Gold!", "name", "Or", "from", 1))),
                Map.of("period", "lifetime", "levels", List.of(Map.of("code", "gold", "name", "Or", "from", 0))))) {
            put(Map.of("timeZone", "Europe/Paris", "rules", List.of(), "tiers", wrong))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void addsUpTheBrandsPointsAlsoOnceAFanIsErased() {
        var kept = fan(brandId, "FR");
        var erased = fan(brandId, "FR");
        move(kept, Map.of("operation", "earn", "points", 100)).then().statusCode(201);
        move(erased, Map.of("operation", "earn", "points", 50)).then().statusCode(201);
        move(erased, Map.of("operation", "burn", "points", 20)).then().statusCode(201);
        var reserved = move(erased, Map.of("operation", "reserve", "points", 10));
        var before = totals(reserved);

        var after = totals(asEveryone().delete(fans(erased)));

        before.then()
                .statusCode(200)
                .body("fans", equalTo(2))
                .body("earned", equalTo(150))
                .body("burned", equalTo(20))
                .body("reserved", equalTo(10))
                .body("expired", equalTo(0))
                .body("balance", equalTo(120));
        assertThat(after.asString()).isEqualTo(before.asString());
        asEveryone().get(fans(erased) + "/statement").then().statusCode(404);
    }

    @Test
    void hasNoTotalsOfAnUnknownBrand() {
        asEveryone()
                .get("/v1/brands/nobody/reward-programme/totals")
                .then()
                .statusCode(404)
                .body("type", endsWith("/brand-not-found"));
    }

    private Response totals(Response written) {
        return asEveryone()
                .header("Parvis-Position", written.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/reward-programme/totals");
    }

    private void tiers(Map<String, ?> tiers) {
        put(Map.of("timeZone", "Europe/Paris", "rules", List.of(), "tiers", tiers))
                .then()
                .statusCode(204);
    }

    private Response put(Map<String, ?> programme) {
        return asEveryone().body(programme).put("/v1/brands/" + brandId + "/reward-programme");
    }

    private Response move(String fanId, Map<String, ?> body) {
        return asEveryone().body(body).post(fans(fanId) + "/points");
    }

    private String fans(String fanId) {
        return "/v1/brands/" + brandId + "/fans/" + fanId;
    }
}
