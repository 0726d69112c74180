package io.parvis.presence.brand;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class ChangeBrandApiTest {

    private final String slug = "velo-" + UUID.randomUUID();
    private Response registered;
    private String brand;

    @BeforeEach
    void register() {
        registered = asEveryone()
                .body(Map.of(
                        "slug",
                        slug,
                        "name",
                        "Vélo Club",
                        "timeZone",
                        "Europe/Paris",
                        "languages",
                        List.of("fr"),
                        "legalName",
                        "Vélo Club SA"))
                .post("/v1/brands");
        brand = registered.header("Location");
    }

    @Test
    void renamesABrandWhoseSlugStays() {
        var changed = asEveryone()
                .contentType("application/merge-patch+json;charset=utf-8")
                .body("{\"name\": \"Vélo\", \"languages\": [\"fr\", \"nl\"], \"legalName\": null}")
                .patch(brand);

        changed.then().statusCode(204);
        read(changed)
                .then()
                .body("name", equalTo("Vélo"))
                .body("languages", contains("fr", "nl"))
                .body("legalName", nullValue())
                .body("timeZone", equalTo("Europe/Paris"))
                .body("slug", equalTo(slug))
                .body("state", equalTo("active"));
    }

    @Test
    void refusesToOverwriteAnotherVersion() {
        var etag = read(registered).header("ETag");
        var changed = asEveryone().header("If-Match", etag).body(named("Vélo")).patch(brand);
        changed.then().statusCode(204);

        asEveryone()
                .header("If-Match", etag)
                .body(named("Cycles"))
                .patch(brand)
                .then()
                .statusCode(412)
                .body("type", endsWith("/version-mismatch"));
        assertThat(read(changed).header("ETag")).isNotEqualTo(etag);
        asEveryone()
                .header("If-Match", read(changed).header("ETag"))
                .body(named("Cycles"))
                .patch(brand)
                .then()
                .statusCode(204);
    }

    @Test
    void makesNoVersionWhereNothingChanges() {
        var etag = read(registered).header("ETag");

        var changed = asEveryone().body(named("Vélo Club")).patch(brand);

        changed.then().statusCode(204);
        assertThat(read(changed).header("ETag")).isEqualTo(etag);
    }

    @Test
    void showsABrandAsItWasCalledThen() {
        var before = Instant.now();
        asEveryone().body(named("Vélo")).patch(brand).then().statusCode(204);
        var after = Instant.now();

        asOf(before).then().body("name", equalTo("Vélo Club")).body("state", equalTo("active"));
        asOf(after).then().body("name", equalTo("Vélo")).body("state", equalTo("active"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null}         | /name",
                "{\"timeZone\": \"Mars\"} | /timeZone",
                "{\"languages\": []}      | /languages",
                "{\"slug\": \"other\"}    | /slug",
                "{\"state\": null}        | /state",
                "[]                       | ''"
            })
    void tellsWhatCannotBe(String body, String pointer) {
        asEveryone().body(body).patch(brand).then().statusCode(400).body("errors.pointer", contains(pointer));

        read(registered).then().body("name", equalTo("Vélo Club"));
    }

    @Test
    void renamesNoArchivedBrand() {
        asEveryone().post(brand + "/archive").then().statusCode(204);

        asEveryone()
                .body(named("Late"))
                .patch(brand)
                .then()
                .statusCode(409)
                .body("type", endsWith("/brand-is-archived"));
    }

    @Test
    void renamesForAnAdminOfTheBrandAlone() {
        var brandId = registered.path("brandId").toString();

        as(on(brandId, "admin")).body(named("Vélo")).patch(brand).then().statusCode(204);
        as(on(brandId, "editor"))
                .body(named("Mine"))
                .patch(brand)
                .then()
                .statusCode(403)
                .body("type", endsWith("/role-missing"));
        as(on("another-brand", "admin")).body(named("Mine")).patch(brand).then().statusCode(404);
        asEveryone()
                .body(named("None"))
                .patch("/v1/brands/unknown")
                .then()
                .statusCode(404)
                .body("type", endsWith("/brand-not-found"));
    }

    private Response read(Response after) {
        return asEveryone()
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(brand);
    }

    private Response asOf(Instant time) {
        return asEveryone().queryParam("asOf", time.toString()).get(brand);
    }

    private static Map<String, String> named(String name) {
        return Map.of("name", name);
    }
}
