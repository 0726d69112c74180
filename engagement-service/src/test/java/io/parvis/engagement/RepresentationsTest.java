package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.everywhere;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thing looks like to several callers, to caches, and where it is told that something is wrong with it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class RepresentationsTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void tellsAFanWithPersonalDataFromOneWithout() {
        var created =
                asEveryone().body(Map.of("country", "FR", "handle", "@anne")).post("/v1/brands/" + brandId + "/fans");

        tellsApart(created, created.header("Location"), "moderator", "analyst");
    }

    @Test
    void tellsAQuizWithItsKeyFromOneWithout() {
        var created = QuizJourney.draft(brandId, QuizJourney.crownGame());

        tellsApart(created, created.header("Location"), "editor", "partner");
    }

    private void tellsApart(Response seen, String path, String seesMore, String seesLess) {
        var more = get(seen, path, seesMore, null);
        var less = get(seen, path, seesLess, null);

        assertThat(more.asString()).isNotEqualTo(less.asString());
        assertThat(more.header("ETag")).isNotEqualTo(less.header("ETag"));
        assertThat(get(seen, path, seesMore, less.header("ETag")).statusCode()).isEqualTo(200);
        assertThat(get(seen, path, seesLess, more.header("ETag")).statusCode()).isEqualTo(200);
        assertThat(get(seen, path, seesLess, less.header("ETag")).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator", "analyst"})
    void changesTheVersionThatAnyRepresentationHas(String role) {
        var created =
                asEveryone().body(Map.of("country", "FR", "handle", "@anne")).post("/v1/brands/" + brandId + "/fans");
        var tag = get(created, created.header("Location"), role, null).header("ETag");

        as(everywhere("moderator"))
                .header("If-Match", "\"1\", " + tag)
                .body(Map.of("country", "BE"))
                .patch(created.header("Location"))
                .then()
                .statusCode(204);
        as(everywhere("moderator"))
                .header("If-Match", tag)
                .body(Map.of("country", "FR"))
                .patch(created.header("Location"))
                .then()
                .statusCode(412);
    }

    @Test
    void saysOfWhatIsNotThereThatItIsNotWhateverIsAsked() {
        for (var condition : List.of("*", "\"7\"")) {
            asEveryone()
                    .header("If-Match", condition)
                    .body(Map.of("name", "x"))
                    .patch(contests(brandId) + "/nothing")
                    .then()
                    .statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reward-programme", "campaigns/%s/landing-page"})
    void putsNothingWhereSomethingShouldBe(String resource) {
        var path = "/v1/brands/%s/%s".formatted(brandId, resource.formatted(published(brandId, rules())));
        Map<String, Object> body = resource.endsWith("page")
                ? Map.of("url", "https://www.example.org/a")
                : Map.of("timeZone", "Europe/Paris", "rules", List.of());

        asEveryone().header("If-Match", "*").body(body).put(path).then().statusCode(412);
        asEveryone().header("If-None-Match", "*").body(body).put(path).then().statusCode(204);
        asEveryone().header("If-None-Match", "*").body(body).put(path).then().statusCode(412);
        asEveryone().header("If-Match", "*").body(body).put(path).then().statusCode(204);
    }

    @Test
    void letsCachesKeepWhatIsPublicAndAskAgain() {
        var path = "/v1/public/contests/" + published(brandId, rules());
        var first = RestAssured.get(path);

        first.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("public, max-age=10"))
                .header("Vary", equalTo("Accept"));
        RestAssured.given()
                .header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first.header("ETag")))
                .header("Cache-Control", equalTo("public, max-age=10"))
                .header("Vary", equalTo("Accept"));
    }

    @Test
    void tellsWhatIsPublicApartByItsContent() {
        var contestId = published(brandId, rules());
        var before = RestAssured.get("/v1/public/contests/" + contestId).header("ETag");
        change(brandId, contestId, Map.of("officialRules", "Others.")).then().statusCode(204);
        asEveryone()
                .post(contests(brandId) + "/" + contestId + "/publish")
                .then()
                .statusCode(204);

        RestAssured.given()
                .header("If-None-Match", before)
                .get("/v1/public/contests/" + contestId)
                .then()
                .statusCode(200);
    }

    @Test
    void letsNobodyKeepThatSomethingIsNotPublicYet() {
        RestAssured.get("/v1/public/contests/nothing/proof")
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @Test
    void refusesTheCursorOfAnotherListOrBrand() {
        draft(brandId, rules());
        draft(brandId, rules());
        var other = brandRegistered(new RecordedFacts(engine));
        var cursor = awaitedCursor(contests(brandId) + "?limit=1");

        for (var list :
                List.of(contests(other), "/v1/brands/" + brandId + "/fans", "/v1/brands/" + brandId + "/quizzes")) {
            asEveryone()
                    .queryParam("cursor", cursor)
                    .get(list)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("parameter:cursor"));
        }
        asEveryone().queryParam("cursor", cursor).get(contests(brandId)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "closesAt, 2020-01-01T00:00:00Z, /closesAt",
        "claimWindow, PT0S, /claimWindow",
        "claimWindow, P4000D, /claimWindow"
    })
    void tellsARuleOfAContestAtAMember(String member, String value, String pointer) {
        var rules = new HashMap<>(rules());
        rules.put(member, value);

        draft(brandId, rules).then().statusCode(400).body("errors.pointer", hasItem(pointer));
        change(brandId, draft(brandId, rules()).path("contestId"), Map.of(member, value))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void tellsARuleWithinAPartAtItsMember() {
        var tiers = Map.of("period", "rolling", "levels", List.of(Map.of("code", "gold", "name", "Gold", "from", 1)));

        asEveryone()
                .body(Map.of("timeZone", "UTC", "rules", List.of(), "tiers", tiers))
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/tiers/months"));
    }

    @Test
    void asksWhichOperationOnPointsIsMeant() {
        asEveryone()
                .body("{}")
                .post("/v1/brands/" + brandId + "/fans/" + fan(brandId, "FR") + "/points")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/operation"));
    }

    @Test
    void drawsWithoutABody() {
        var contest = contests(brandId) + "/" + published(brandId, rules());

        RestAssured.given()
                .header("Authorization", everywhere("approver"))
                .post(contest + "/draw")
                .then()
                .statusCode(409)
                .body("type", containsString("contest-not-closed"));
    }

    private static Response get(Response seen, String path, String role, String has) {
        var request = as(everywhere(role)).header("Parvis-Position", seen.header("Parvis-Position"));
        return (has == null ? request : request.header("If-None-Match", has)).get(path);
    }

    /** Views follow a moment later. */
    private static String awaitedCursor(String list) {
        return await().until(() -> asEveryone().get(list).path("nextCursor"), Objects::nonNull);
    }
}
