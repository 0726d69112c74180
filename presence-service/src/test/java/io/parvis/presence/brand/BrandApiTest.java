package io.parvis.presence.brand;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.everywhere;
import static io.parvis.edge.testing.TestCallers.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class BrandApiTest {

    private final String slug = "velo-" + UUID.randomUUID();

    @Test
    void registersABrandAndShowsItToWhoeverHasSeenItsPosition() {
        var created = register(slug);
        var brandId = created.path("brandId").toString();

        created.then().statusCode(201).header("Location", "/v1/brands/" + brandId);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + brandId)
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug))
                .body("name", equalTo("Vélo Club 🚲"))
                .body("languages", contains("fr", "en"))
                .body("state", equalTo("active"));
    }

    @Test
    void givesOneOfSixtyFourTheSlug() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 64)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> register(slug).statusCode())
                    .toList());

            var byStatus = answers.stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

            assertThat(byStatus).isEqualTo(Map.of(201, 1L, 409, 63L));
        }
    }

    @Test
    void neverGivesASlugAgain() {
        var brandId = register(slug).path("brandId");
        asEveryone().post("/v1/brands/" + brandId + "/archive").then().statusCode(204);

        register(slug)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/slug-already-taken"));
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        var key = UUID.randomUUID().toString();
        var first =
                asEveryone().header("Idempotency-Key", key).body(brand(slug)).post("/v1/brands");

        var second =
                asEveryone().header("Idempotency-Key", key).body(brand(slug)).post("/v1/brands");

        second.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(second.path("brandId").toString()).isEqualTo(first.path("brandId"));
        assertThat(second.header("Parvis-Position")).isEqualTo(first.header("Parvis-Position"));
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() {
        var key = UUID.randomUUID().toString();
        asEveryone().header("Idempotency-Key", key).body(brand(slug)).post("/v1/brands");

        asEveryone()
                .header("Idempotency-Key", key)
                .body(brand(slug + "-2"))
                .post("/v1/brands")
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void archivesWhatIsArchivedTwiceAlike() {
        var archive = "/v1/brands/" + register(slug).path("brandId") + "/archive";
        asEveryone().post(archive).then().statusCode(204);

        asEveryone().header("Idempotency-Key", "again").post(archive).then().statusCode(204);
        asEveryone()
                .header("Idempotency-Key", "again")
                .post(archive)
                .then()
                .statusCode(204)
                .header("Idempotent-Replayed", "true");
    }

    @Test
    void setsAPersonaAndRefusesToOverwriteAnotherVersion() {
        var brandId = register(slug).path("brandId").toString();
        var persona = "/v1/brands/" + brandId + "/persona";
        var position = asEveryone().body(persona("warm")).put(persona).header("Parvis-Position");
        var etag = asEveryone()
                .header("Parvis-Position", position)
                .get(persona)
                .then()
                .statusCode(200)
                .body("tone", equalTo("warm"))
                .body("formOfAddress", equalTo("tu"))
                .extract()
                .header("ETag");

        asEveryone()
                .header("If-Match", etag)
                .body(persona("dry"))
                .put(persona)
                .then()
                .statusCode(204);
        asEveryone()
                .header("If-Match", etag)
                .body(persona("cold"))
                .put(persona)
                .then()
                .statusCode(412);
    }

    @Test
    void createsNoPersonaWhereOneShouldBe() {
        var persona = "/v1/brands/" + register(slug).path("brandId") + "/persona";

        asEveryone()
                .header("If-Match", "*")
                .body(persona("warm"))
                .put(persona)
                .then()
                .statusCode(412);
        asEveryone()
                .header("If-None-Match", "*")
                .body(persona("warm"))
                .put(persona)
                .then()
                .statusCode(204);
        asEveryone()
                .header("If-None-Match", "*")
                .body(persona("cold"))
                .put(persona)
                .then()
                .statusCode(412);
    }

    @Test
    void showsABrandAsItWas() {
        var before = Instant.now();
        var brand = register(slug).header("Location");
        var registered = Instant.now();
        asEveryone().post(brand + "/archive").then().statusCode(204);

        asOf(brand, before.minusSeconds(1).toString()).statusCode(404).body("type", endsWith("/brand-not-found"));
        asOf(brand, "2001-01-01T00:00:00Z").statusCode(404);
        asOf(brand, registered.toString())
                .statusCode(200)
                .body("slug", equalTo(slug))
                .body("state", equalTo("active"));
        asOf(brand, Instant.now().plusSeconds(60).toString()).statusCode(200).body("state", equalTo("archived"));
        asOf(brand, "yesterday").statusCode(400).body("errors.pointer", contains("parameter:asOf"));
    }

    @Test
    void knowsNoTimeWhereThereIsNoHistory() {
        var brand = register(slug).header("Location");

        for (var path : List.of("/v1/brands", brand + "/persona", brand + "/channels")) {
            asOf(path, "2030-01-01T00:00:00Z").statusCode(400).body("errors.pointer", contains("parameter:asOf"));
        }
    }

    private static ValidatableResponse asOf(String path, String time) {
        return asEveryone().queryParam("asOf", time).get(path).then();
    }

    @Test
    void letsAnArchivedBrandDoNothingNew() {
        var brandId = register(slug).path("brandId");
        asEveryone().post("/v1/brands/" + brandId + "/archive").then().statusCode(204);

        asEveryone()
                .body(persona("late"))
                .put("/v1/brands/" + brandId + "/persona")
                .then()
                .statusCode(409)
                .body("type", endsWith("/brand-is-archived"));
    }

    @Test
    void listsNewestFirstInPages() {
        var ids = IntStream.range(0, 5).mapToObj(i -> register(slug + "-" + i)).toList();
        var newest = ids.getLast();

        var page = asEveryone()
                .header("Parvis-Position", newest.header("Parvis-Position"))
                .get("/v1/brands?limit=2");
        var next = asEveryone().get("/v1/brands?limit=2&cursor=" + page.path("nextCursor"));

        assertThat(page.<List<String>>path("items.brandId"))
                .containsExactly(ids.get(4).path("brandId"), ids.get(3).path("brandId"));
        assertThat(next.<List<String>>path("items.brandId"))
                .containsExactly(ids.get(2).path("brandId"), ids.get(1).path("brandId"));
    }

    @Test
    void hidesBrandsFromThoseWithoutAGrant() {
        var created = register(slug);
        var brandId = created.path("brandId").toString();
        var stranger = on("another-brand", "admin");

        as(stranger).get("/v1/brands/" + brandId).then().statusCode(404);
        as(stranger)
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands")
                .then()
                .body("items.brandId", not(hasItem(brandId)));
        as(on(brandId, "admin")).get("/v1/brands/" + brandId).then().statusCode(200);
    }

    @Test
    void tellsARoleThatIsMissing() {
        var brandId = register(slug).path("brandId").toString();

        as(on(brandId, "analyst"))
                .body(persona("mine"))
                .put("/v1/brands/" + brandId + "/persona")
                .then()
                .statusCode(403)
                .body("type", endsWith("/role-missing"));
        as(everywhere("editor"))
                .body(brand(slug + "-x"))
                .post("/v1/brands")
                .then()
                .statusCode(403);
    }

    @Test
    void acceptsOnlyWhatTheGatewaySigned() {
        for (var token : List.of("", "Bearer x.y.z", TestCallers.expired(), TestCallers.issuedBy("somebody"))) {
            as(token)
                    .get("/v1/brands")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/not-authenticated"));
        }
        RestAssured.get("/v1/brands").then().statusCode(401);
    }

    @Test
    void knowsNoUnknownBrand() {
        asEveryone().get("/v1/brands/unknown").then().statusCode(404).body("type", endsWith("/brand-not-found"));
        asEveryone().get("/v1/brands/unknown/persona").then().statusCode(404);
        asEveryone().get("/v1/brands/unknown/channels").then().statusCode(404);
        asEveryone().post("/v1/brands/unknown/archive").then().statusCode(404);
        asEveryone().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        asEveryone()
                .delete("/v1/brands")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("errors", nullValue());
    }

    @Test
    void ignoresAPositionOfAnotherLife() {
        asEveryone().header("Parvis-Position", "").get("/v1/brands").then().statusCode(200);
        asEveryone()
                .header("Parvis-Position", "nonsense")
                .get("/v1/brands")
                .then()
                .statusCode(200);
        asEveryone()
                .header("Parvis-Position", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")
                .get("/v1/brands")
                .then()
                .statusCode(200);
    }

    private static Response register(String slug) {
        return asEveryone().body(brand(slug)).post("/v1/brands");
    }

    private static Map<String, Object> brand(String slug) {
        return Map.of(
                "slug", slug, "name", "Vélo Club 🚲", "timeZone", "Europe/Paris", "languages", List.of("fr", "en"));
    }

    private static Map<String, Object> persona(String tone) {
        return Map.of("traits", List.of("curious"), "tone", tone, "formOfAddress", "tu");
    }
}
