package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandArchived;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.publish;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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
@Tag("smoke")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ContestApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;

    @BeforeEach
    void otherServices() {
        facts = new RecordedFacts(engine);
    }

    @Test
    void draftsAContestAndShowsItsRules() {
        var brandId = brandRegistered(facts);
        var created = draft(brandId, rules());

        created.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(contests(brandId) + "/" + created.path("contestId"))
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("name", equalTo("Win a bicycle"))
                .body("eligibility.countries", contains("FR", "BE"))
                .body("prizes[0].unitValue.currency", equalTo("EUR"));
    }

    @Test
    void publishesADraftAndTakesEntries() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");

        var entry = enter(brandId, contestId, fanId);

        entry.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", entry.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId + "/entries")
                .then()
                .statusCode(200)
                .body("items.entryId", contains(entry.<String>path("entryId")))
                .body("items.fanId", contains(fanId));
        asEveryone().get(contests(brandId) + "/" + contestId).then().body("state", equalTo("published"));
    }

    @Test
    void takesOneOfSixtyFourEntriesOfOneFan() throws Exception {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byStatus = threads
                    .invokeAll(IntStream.range(0, 64)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> enter(brandId, contestId, fanId).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

            assertThat(byStatus).isEqualTo(Map.of(201, 1L, 409, 63L));
        }
    }

    @Test
    void refusesASecondEntry() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");
        enter(brandId, contestId, fanId).then().statusCode(201);

        enter(brandId, contestId, fanId).then().statusCode(409).body("type", endsWith("/fan-already-entered"));
    }

    @Test
    void refusesAnEntryBeforeItOpens() {
        var brandId = brandRegistered(facts);
        var rules = rules();
        rules.put("opensAt", Instant.now().plus(Duration.ofHours(1)).toString());
        var contestId = published(brandId, rules);

        enter(brandId, contestId, fan(brandId, "FR"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/contest-not-yet-open"));
    }

    @Test
    void refusesFansOfOtherCountriesAndThoseExcluded() {
        var brandId = brandRegistered(facts);
        var excluded = fan(brandId, "FR");
        var rules = rules();
        rules.put("eligibility", Map.of("countries", List.of("FR"), "excludedFanIds", List.of(excluded)));
        var contestId = published(brandId, rules);

        enter(brandId, contestId, fan(brandId, "US"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/country-not-admitted"));
        enter(brandId, contestId, excluded).then().statusCode(409).body("type", endsWith("/fan-is-excluded"));
    }

    @Test
    void doesNotPublishForAnArchivedBrand() {
        var brandId = brandRegistered(facts);
        String contestId = draft(brandId, rules()).path("contestId");
        brandArchived(facts, brandId);

        publish(brandId, contestId).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        draft(brandId, rules()).then().statusCode(409);
    }

    @Test
    void doesNotPublishRulesThatItCannotKeep() {
        var brandId = brandRegistered(facts);
        var rules = rules();
        rules.put("prizes", List.of(Map.of("name", "Sticker", "quantity", 10_001)));
        String contestId = draft(brandId, rules).path("contestId");

        publish(brandId, contestId)
                .then()
                .statusCode(409)
                .body("type", endsWith("/rules-not-yet-kept"))
                .body("missing", contains("prizes"));
    }

    @Test
    void fillsALimitedContestExactly() throws Exception {
        var brandId = brandRegistered(facts);
        var rules = rules();
        rules.put("maxEntries", 40);
        var contestId = published(brandId, rules);
        var fans = IntStream.range(0, 64).mapToObj(i -> fan(brandId, "FR")).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byStatus = threads
                    .invokeAll(fans.stream()
                            .<Callable<Integer>>map(fanId ->
                                    () -> enter(brandId, contestId, fanId).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

            assertThat(byStatus).isEqualTo(Map.of(201, 40L, 409, 24L));
        }
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(409).body("type", endsWith("/contest-is-full"));
    }

    @Test
    void explainsByAsOfWhyOneWasTakenAndAnotherRefused() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var belgian = enter(brandId, contestId, fan(brandId, "BE"));
        belgian.then().statusCode(201);
        var underVersion1 = Instant.now();
        change(brandId, contestId, Map.of("eligibility", Map.of("countries", List.of("FR"))))
                .then()
                .statusCode(204);
        enter(brandId, contestId, fan(brandId, "BE")).then().statusCode(201);
        publish(brandId, contestId).then().statusCode(204);

        var refused = enter(brandId, contestId, fan(brandId, "BE"));

        refused.then().statusCode(409).body("type", endsWith("/country-not-admitted"));
        asEveryone()
                .queryParam("asOf", underVersion1.toString())
                .get(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(200)
                .body("rulesVersion", equalTo(1))
                .body("eligibility.countries", contains("FR", "BE"));
        asEveryone()
                .queryParam("asOf", Instant.now().toString())
                .get(contests(brandId) + "/" + contestId)
                .then()
                .body("rulesVersion", equalTo(2))
                .body("eligibility.countries", contains("FR"));
        asEveryone()
                .queryParam("asOf", "yesterday")
                .get(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(400);
        asEveryone()
                .queryParam("asOf", "2020-01-01T00:00:00Z")
                .get(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(404);
    }

    @Test
    void changesADraftFreelyAndPublishedRulesOnlyToNobodysHarm() {
        var brandId = brandRegistered(facts);
        String contestId = draft(brandId, rules()).path("contestId");
        change(brandId, contestId, Map.of("name", "Win two bicycles", "maxEntries", 100))
                .then()
                .statusCode(204);
        change(brandId, contestId, Map.of("nmae", "x"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/nmae"));
        change(brandId, contestId, Map.of("name", ""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        publish(brandId, contestId).then().statusCode(204);

        change(
                        brandId,
                        contestId,
                        Map.of(
                                "maxEntries",
                                50,
                                "closesAt",
                                Instant.now().plusSeconds(60).toString(),
                                "prizes",
                                List.of(Map.of("name", "Bell", "quantity", 1))))
                .then()
                .statusCode(409)
                .body("type", endsWith("/rules-fixed-once-published"))
                .body("fields", contains("prizes", "closesAt", "maxEntries"));
        var changed = change(brandId, contestId, Map.of("maxEntries", 200));
        changed.then().statusCode(204);
        asEveryone()
                .header("Parvis-Position", changed.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId)
                .then()
                .body("name", equalTo("Win two bicycles"))
                .body("maxEntries", equalTo(100))
                .body("nextRules.maxEntries", equalTo(200));
    }

    @Test
    void changesRulesOnlyWhereTheyAreStillThoseThatWereRead() {
        var brandId = brandRegistered(facts);
        var created = draft(brandId, rules());
        String contestId = created.path("contestId");
        var tag = asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId)
                .header("ETag");
        change(brandId, contestId, Map.of("name", "Other")).then().statusCode(204);

        asEveryone()
                .header("If-Match", tag)
                .body(Map.of("name", "Mine"))
                .patch(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(412);
    }

    @Test
    void cancelsForGoodAndSaysWhy() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");

        var cancelled = asEveryone()
                .body(Map.of("reason", "The bicycle was stolen."))
                .post(contests(brandId) + "/" + contestId + "/cancel");

        cancelled.then().statusCode(204);
        enter(brandId, contestId, fanId).then().statusCode(409).body("type", endsWith("/contest-is-cancelled"));
        publish(brandId, contestId).then().statusCode(409).body("type", endsWith("/contest-is-cancelled"));
        asEveryone()
                .header("Parvis-Position", cancelled.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId)
                .then()
                .body("state", equalTo("cancelled"))
                .body("cancelledBecause", equalTo("The bicycle was stolen."));
    }

    @Test
    void publishesOnceHoweverOftenAsked() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());

        publish(brandId, contestId).then().statusCode(204);
    }

    @Test
    void knowsOnlyItsOwnBrandsThings() {
        var brandId = brandRegistered(facts);
        var contestId = published(brandId, rules());
        var otherBrand = brandRegistered(facts);

        enter(otherBrand, contestId, fan(otherBrand, "FR")).then().statusCode(404);
        enter(brandId, contestId, fan(otherBrand, "FR")).then().statusCode(404);
        publish(otherBrand, contestId).then().statusCode(404);
        as(on(otherBrand, "admin")).get(contests(brandId)).then().statusCode(404);
        draft("unknown", rules()).then().statusCode(404);
        asEveryone().get(contests("unknown")).then().statusCode(404);
    }

    @Test
    void tellsWhatIsWrongWithRules() {
        var brandId = brandRegistered(facts);
        var rules = rules();
        rules.put("closesAt", rules.get("opensAt"));
        draft(brandId, rules).then().statusCode(400);

        rules = rules();
        rules.put("frequency", Map.of("mode", "rolling", "window", "PT9223372036854775807S"));
        draft(brandId, rules).then().statusCode(400);

        // A moment is no round: no proof could hold it.
        rules = rules();
        rules.put("beacon", Map.of("source", "lottery", "firstRound", 20260704200000001L));
        draft(brandId, rules).then().statusCode(400).body("errors[0].pointer", equalTo("/beacon/firstRound"));

        rules = rules();
        rules.put("prizes", List.of(Map.of("name", "", "quantity", 0)));
        draft(brandId, rules)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/prizes/0/name"))
                .body("errors.pointer", hasItem("/prizes/0/quantity"));
    }

    @Test
    void registersAFanOncePerExternalId() {
        var brandId = brandRegistered(facts);
        var fans = "/v1/brands/" + brandId + "/fans";
        var body = Map.of(
                "externalId",
                "customer-42",
                "country",
                "FR",
                "consents",
                List.of(Map.of("purpose", "contests", "granted", true, "wording", "I take part.")));
        var created = asEveryone().body(body).post(fans);

        asEveryone().body(body).post(fans).then().statusCode(409).body("type", endsWith("/external-id-taken"));
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(fans + "/" + created.path("fanId"))
                .then()
                .statusCode(200)
                .body("consents", contains("contests"));
    }
}
