package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.everywhere;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandArchived;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.parvis.engagement.fan.FanDates;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
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
class FanApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    FanDates dates;

    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void brand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @Test
    void registersAFanAndShowsItToWhoeverMaySeeIt() {
        var created = register(anne());

        created.then().statusCode(201).header("Location", fan(created));
        read(created, everywhere("moderator"))
                .then()
                .statusCode(200)
                .body("country", equalTo("FR"))
                .body("externalId", equalTo("customer-1"))
                .body("handle", equalTo("@anné"))
                .body("email", equalTo("Anne.Martin@example.org"))
                .body("birthDate", equalTo("1984-02-29"))
                .body("consents", contains("contests"));
        for (var role : List.of("analyst", "ops", "editor", "approver")) {
            read(created, everywhere(role))
                    .then()
                    .statusCode(200)
                    .body("country", equalTo("FR"))
                    .body("email", nullValue())
                    .body("externalId", nullValue())
                    .body("handle", nullValue())
                    .body("birthDate", nullValue());
        }
    }

    @Test
    void listsFansWithoutPersonalData() {
        var created = register(anne());

        after(created, everywhere("admin"))
                .get(fans())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].fanId", equalTo(created.path("fanId")))
                .body("items[0].email", nullValue());
    }

    @Test
    void showsAPartnerWhatItWroteOnly() {
        var created = as(everywhere("partner")).body(anne()).post(fans());
        var others = after(created, TestCallers.everywhere("ops"));

        read(created, everywhere("partner")).then().statusCode(200).body("email", equalTo("Anne.Martin@example.org"));
        others.get(fan(created)).then().statusCode(200).body("email", nullValue());
        // A fan that somebody else wrote.
        var stranger = registeredBySomebodyElse();
        as(everywhere("partner")).get(fans() + "/" + stranger).then().statusCode(404);
        as(everywhere("partner")).get(fans()).then().body("items.fanId", contains(created.<String>path("fanId")));
        as(everywhere("partner"))
                .body(Map.of("country", "BE"))
                .patch(fans() + "/" + stranger)
                .then()
                .statusCode(404);
        as(everywhere("partner")).delete(fans() + "/" + stranger).then().statusCode(404);
        as(everywhere("partner"))
                .get(fans() + "/" + stranger + "/export")
                .then()
                .statusCode(404);
    }

    private String registeredBySomebodyElse() {
        var fanId = "f" + java.util.UUID.randomUUID();
        facts.record(new io.parvis.engagement.fan.event.FanRegistered(
                new FanId(fanId), new BrandId(brandId), null, null, null, "FR", List.of(), "key:another-partner"));
        return fanId;
    }

    @Test
    void letsOneOfSixtyFourRegisterWithOneMailbox() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 64)
                            .<Callable<Response>>mapToObj(
                                    i -> () -> register(Map.of("country", "FR", "email", "one@example.org")))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                    .isEqualTo(Map.of(201, 1L, 409, 63L));
            answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .forEach(answer -> answer.then().body("type", endsWith("/email-taken")));
        }
    }

    @Test
    void knowsAMailboxHoweverItIsWritten() {
        register(Map.of("country", "FR", "email", "Anne@Example.org")).then().statusCode(201);

        register(Map.of("country", "FR", "email", "anne@example.ORG"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/email-taken"));
    }

    @Test
    void letsOneMailboxRegisterWithEachBrand() {
        register(anne()).then().statusCode(201);
        brandId = brandRegistered(facts);

        register(anne()).then().statusCode(201);
    }

    @Test
    void correctsAFanFieldByField() {
        var created = register(anne());

        patch(created, Map.of("country", "BE", "handle", "@am")).then().statusCode(204);
        var last = patch(created, nullFor("birthDate"));
        last.then().statusCode(204);

        after(last, everywhere("admin"))
                .get(fan(created))
                .then()
                .body("country", equalTo("BE"))
                .body("handle", equalTo("@am"))
                .body("email", equalTo("Anne.Martin@example.org"))
                .body("birthDate", nullValue());
    }

    @Test
    void freesAMailboxThatWasGivenUp() {
        var created = register(anne());
        register(Map.of("country", "FR", "email", "anne.martin@example.org"))
                .then()
                .statusCode(409);

        patch(created, Map.of("email", "other@example.org")).then().statusCode(204);

        register(Map.of("country", "FR", "email", "anne.martin@example.org"))
                .then()
                .statusCode(201);
        patch(created, Map.of("email", "anne.martin@example.org"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/email-taken"));
        patch(created, Map.of("email", "third@example.org")).then().statusCode(204);
        patch(created, Map.of("email", "other@example.org")).then().statusCode(204);
    }

    @Test
    void givesAFanWithoutContactDataSomeLater() {
        var created = register(Map.of("country", "FR"));

        var changed = patch(created, Map.of("email", "late@example.org"));

        after(changed, everywhere("admin")).get(fan(created)).then().body("email", equalTo("late@example.org"));
    }

    @Test
    void changesOnlyTheVersionThatTheCallerHasSeen() {
        var created = register(anne());
        var seen = read(created, everywhere("admin")).header("ETag");
        patch(created, Map.of("handle", "@first")).then().statusCode(204);

        as(everywhere("admin"))
                .header("If-Match", seen)
                .body(Map.of("handle", "@second"))
                .patch(fan(created))
                .then()
                .statusCode(412);
    }

    @Test
    void keepsTheHistoryOfConsents() {
        var created = register(anne());
        var said = List.of(Map.of("purpose", "newsletter", "granted", true, "wording", "Write to me."));
        var set = asEveryone().body(Map.of("consents", said)).put(fan(created) + "/consents");

        set.then().statusCode(204);
        after(set, everywhere("admin")).get(fan(created)).then().body("consents", contains("newsletter"));
        as(everywhere("admin"))
                .get(fan(created) + "/export")
                .then()
                .statusCode(200)
                .body("consents.purpose", contains("contests", "newsletter", "contests"))
                .body("consents.granted", contains(true, true, false))
                .body("consents[0].wording", equalTo("I take part."))
                .body("consents[0].recordedAt", notNullValue());
    }

    @Test
    void refusesConsentsThatContradictThemselves() {
        var twice = List.of(
                Map.of("purpose", "contests", "granted", true, "wording", "Yes."),
                Map.of("purpose", "contests", "granted", false, "wording", "No."));

        register(Map.of("country", "FR", "consents", twice))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/consents/1/purpose"));
        asEveryone()
                .body(Map.of("consents", twice))
                .put(fan(register(anne())) + "/consents")
                .then()
                .statusCode(400);
    }

    @Test
    void exportsAllThatIsKnown() {
        var created = register(anne());
        String fanId = created.path("fanId");
        var contestId = published(brandId, rules());
        var entry = enter(brandId, contestId, fanId);

        after(entry, everywhere("partner"))
                .get(fan(created) + "/export")
                .then()
                .statusCode(200)
                .body("fan.email", equalTo("Anne.Martin@example.org"))
                .body("activity.entries.contestId", contains(contestId));
        as(everywhere("analyst")).get(fan(created) + "/export").then().statusCode(403);
    }

    @Test
    void recordsOnceThatAFanBecameACustomer() {
        var created = register(anne());
        var converted = asEveryone()
                .body(Map.of("becameCustomerAt", "2026-01-02T03:04:05Z"))
                .post(fan(created) + "/conversion");
        converted.then().statusCode(204);

        var again = asEveryone().post(fan(created) + "/conversion");

        again.then().statusCode(204);
        after(again, everywhere("admin"))
                .get(fan(created))
                .then()
                .body("becameCustomerAt", equalTo("2026-01-02T03:04:05Z"));
        asEveryone()
                .body(Map.of("becameCustomerAt", "2099-01-02T03:04:05Z"))
                .post(fan(register(Map.of("country", "FR"))) + "/conversion")
                .then()
                .statusCode(409)
                .body("type", endsWith("/became-customer-in-the-future"));
    }

    @Test
    void forgetsAFanHoweverOftenAsked() {
        var created = register(anne());

        asEveryone().delete(fan(created)).then().statusCode(204);
        var again = asEveryone().delete(fan(created));
        again.then().statusCode(204);

        after(again, everywhere("admin")).get(fan(created)).then().statusCode(404);
        as(everywhere("admin")).get(fans()).then().body("items", hasSize(0));
        as(everywhere("admin")).get(fan(created) + "/export").then().statusCode(404);
        patch(created, Map.of("email", "back@example.org")).then().statusCode(404);
        asEveryone()
                .body(Map.of("consents", List.of()))
                .put(fan(created) + "/consents")
                .then()
                .statusCode(404);
        asEveryone().post(fan(created) + "/conversion").then().statusCode(404);
        register(anne()).then().statusCode(201);
    }

    @Test
    void forgetsFansOfAnArchivedBrandAndRegistersNone() {
        var created = register(anne());
        brandArchived(facts, brandId);

        register(Map.of("country", "FR")).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        patch(created, Map.of("handle", "@am")).then().statusCode(204);
        asEveryone().delete(fan(created)).then().statusCode(204);
    }

    @Test
    void answersARepeatedRegistrationAsTheFirst() {
        var first = asEveryone()
                .header("Idempotency-Key", "r-1-" + brandId)
                .body(anne())
                .post(fans());
        var second = asEveryone()
                .header("Idempotency-Key", "r-1-" + brandId)
                .body(anne())
                .post(fans());

        second.then().statusCode(201).header("Idempotent-Replayed", "true").body("fanId", equalTo(first.path("fanId")));
    }

    @Test
    void tellsWhatIsWrongWithContactData() {
        register(Map.of("country", "FR", "email", "anne", "birthDate", "2999-01-01", "handle", "", "externalId", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/birthDate", "/email", "/externalId", "/handle"));
        register(Map.of("country", "FR", "birthDate", "29.2.1984"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/birthDate"));
        var created = register(Map.of("country", "FR"));
        patch(created, Map.of("country", "France")).then().statusCode(400).body("errors.pointer", contains("/country"));
        patch(created, Map.of("email", "x".repeat(300) + "@example.org")).then().statusCode(400);
        patch(created, Map.of("externalId", "x")).then().statusCode(400);
    }

    @Test
    void lendsNobodyWhatTheyMayNotDo() {
        var created = register(anne());

        for (var role : List.of("analyst", "ops", "editor", "approver")) {
            as(everywhere(role)).body(anne()).post(fans()).then().statusCode(403);
            as(everywhere(role)).delete(fan(created)).then().statusCode(403);
            as(everywhere(role))
                    .body(Map.of("country", "BE"))
                    .patch(fan(created))
                    .then()
                    .statusCode(403);
        }
        as(on(brandRegistered(facts), "admin")).get(fan(created)).then().statusCode(404);
        as(on(brandRegistered(facts), "admin")).delete(fan(created)).then().statusCode(404);
        asEveryone().delete(fans() + "/nobody").then().statusCode(404).body("type", endsWith("/fan-not-found"));
    }

    @Test
    void knowsADateOfBirthFromTheMomentItIsRecorded() {
        String fanId = register(anne()).path("fanId");

        assertThat(birthDate(fanId)).isEqualTo(LocalDate.of(1984, 2, 29));
        asEveryone().body(Map.of("birthDate", "1984-03-01")).patch(fans() + "/" + fanId);
        assertThat(birthDate(fanId)).isEqualTo(LocalDate.of(1984, 3, 1));
        asEveryone().delete(fans() + "/" + fanId);
        assertThat(birthDate(fanId)).isNull();
        assertThat(birthDate("nobody")).isNull();
    }

    @Test
    void letsAFanEnterWhoIsOldEnoughAndNoErasedOne() {
        var rules = rules();
        rules.put("eligibility", Map.of("minimumAge", 18));
        var contestId = published(brandId, rules);
        String anne = register(anne()).path("fanId");
        String nobodyKnows = register(Map.of("country", "FR")).path("fanId");
        String child = register(Map.of(
                        "country",
                        "FR",
                        "birthDate",
                        LocalDate.now(ZoneOffset.UTC).minusYears(10).toString()))
                .path("fanId");

        enter(brandId, contestId, child).then().statusCode(409).body("type", endsWith("/fan-too-young"));
        enter(brandId, contestId, nobodyKnows).then().statusCode(409).body("type", endsWith("/fan-age-unknown"));
        enter(brandId, contestId, anne).then().statusCode(201);
        asEveryone().delete(fans() + "/" + anne).then().statusCode(204);
        enter(brandId, published(brandId, rules()), anne).then().statusCode(404);
    }

    private LocalDate birthDate(String fanId) {
        return dates.birthDate(new BrandId(brandId), new FanId(fanId)).await().atMost(Duration.ofSeconds(10));
    }

    private static Map<String, Object> anne() {
        var anne = new HashMap<String, Object>();
        anne.put("externalId", "customer-1");
        anne.put("handle", "@anné");
        anne.put("email", "Anne.Martin@example.org");
        anne.put("birthDate", "1984-02-29");
        anne.put("country", "FR");
        anne.put("consents", List.of(Map.of("purpose", "contests", "granted", true, "wording", "I take part.")));
        return anne;
    }

    private static Map<String, Object> nullFor(String... fields) {
        var body = new HashMap<String, Object>();
        Arrays.stream(fields).forEach(field -> body.put(field, null));
        return body;
    }

    private String fans() {
        return "/v1/brands/" + brandId + "/fans";
    }

    private String fan(Response created) {
        return fans() + "/" + created.path("fanId");
    }

    private Response register(Map<String, ?> body) {
        return asEveryone().body(body).post(fans());
    }

    private Response patch(Response created, Map<String, ?> body) {
        return asEveryone().body(body).patch(fan(created));
    }

    private Response read(Response created, String caller) {
        return after(created, caller).get(fan(created));
    }

    private static io.restassured.specification.RequestSpecification after(Response seen, String caller) {
        return as(caller).header("Parvis-Position", seen.header("Parvis-Position"));
    }
}
