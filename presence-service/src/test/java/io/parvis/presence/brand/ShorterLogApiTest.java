package io.parvis.presence.brand;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.edge.testing.GatewayKey;
import io.parvis.eventing.testing.ShorterLogDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers hold, and are shown, after the log came back shorter under the living service and went on with others. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(
        value = ShorterLogDatabase.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "role", value = "presence"))
@QuarkusTestResource(value = GatewayKey.class, restrictToAnnotatedClass = true)
class ShorterLogApiTest {

    private static final int CUT = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int UNAVAILABLE = 503;

    private final String lost = "lost-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private String brand;
    private String lostBrand;
    private String mark;
    private String etag;
    private String cursor;

    /** A brand that stays, and in the last hundred events: one that is lost, and versions of the persona of the first. */
    @BeforeEach
    void recordWhatWillBeLost() {
        brand = register("kept-" + UUID.randomUUID(), UUID.randomUUID().toString())
                .path("brandId");
        put(brand, "kept");
        lostBrand = register(lost, key).path("brandId");
        for (int i = 1; i < CUT; i++) {
            int number = i;
            mark = available(() -> put(brand, "lost " + number))
                    .then()
                    .statusCode(204)
                    .extract()
                    .header("Parvis-Position");
        }
        seen(lostBrand).then().statusCode(200);
        etag = asEveryone().header("Parvis-Position", mark).get(persona(brand)).header("ETag");
        cursor = asEveryone().get("/v1/brands?limit=1").path("nextCursor");
        assertThat(cursor).isNotNull();
    }

    @Test
    void nobodyIsShownWhatTheLogHasLost() throws SQLException {
        ShorterLogDatabase.log().cut(CUT);
        recordOthers(30);

        awaitGone();
        asEveryone().get(persona(brand)).then().statusCode(200);
        assertThat(asEveryone().get(persona(brand)).<String>path("tone")).isEqualTo("kept");
    }

    /** More than were lost, so that every position which a caller holds is another event's by now. */
    @Test
    void whatCallersHoldNamesNothingOfTheNewLine() throws SQLException {
        ShorterLogDatabase.log().cut(CUT);
        recordOthers(2 * CUT);
        awaitGone();

        asEveryone()
                .header("If-Match", etag)
                .body(body("stale"))
                .put(persona(brand))
                .then()
                .statusCode(412);
        asEveryone().get("/v1/brands?limit=1&cursor=" + cursor).then().statusCode(400);
        assertThat(asEveryone()
                        .header("If-None-Match", etag)
                        .get(persona(brand))
                        .statusCode())
                .isEqualTo(200);
        asEveryone()
                .header("Parvis-Position", mark)
                .get("/v1/brands/" + brand)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasLostIsDoneAnewUnderItsKey() throws SQLException {
        ShorterLogDatabase.log().cut(CUT);

        var again = available(() -> register(lost, key));

        again.then().statusCode(201);
        assertThat(again.header("Idempotent-Replayed")).isNull();
        assertThat(again.<String>path("brandId")).isNotEqualTo(lostBrand);
        await().atMost(PATIENCE)
                .until(() -> asEveryone()
                                .header("Parvis-Position", again.header("Parvis-Position"))
                                .get("/v1/brands/" + again.path("brandId"))
                                .statusCode()
                        == 200);
    }

    /** Until it is gone, it is either not noticed yet, or the service says that it cannot tell now. */
    private void awaitGone() {
        await().atMost(PATIENCE).until(() -> {
            int status = asEveryone().get("/v1/brands/" + lostBrand).statusCode();
            assertThat(Set.of(200, UNAVAILABLE, 404)).contains(status);
            return status == 404;
        });
        asEveryone().get("/v1/brands/" + brand).then().statusCode(200);
    }

    private void recordOthers(int events) {
        var others = available(() ->
                        register("other-" + UUID.randomUUID(), UUID.randomUUID().toString()))
                .<String>path("brandId");
        for (int i = 1; i < events; i++) {
            int number = i;
            available(() -> put(others, "other " + number)).then().statusCode(204);
        }
    }

    private static Response available(Supplier<Response> request) {
        return await().atMost(PATIENCE).until(request::get, answer -> answer.statusCode() != UNAVAILABLE);
    }

    private Response seen(String brandId) {
        return asEveryone().header("Parvis-Position", mark).get("/v1/brands/" + brandId);
    }

    private static Response register(String slug, String key) {
        return asEveryone()
                .header("Idempotency-Key", key)
                .body(Map.of("slug", slug, "name", "Vélo Club", "timeZone", "Europe/Paris", "languages", List.of("fr")))
                .post("/v1/brands");
    }

    private static Response put(String brandId, String tone) {
        return asEveryone().body(body(tone)).put(persona(brandId));
    }

    private static Map<String, Object> body(String tone) {
        return Map.of("traits", List.of("curious"), "tone", tone, "formOfAddress", "tu");
    }

    private static String persona(String brandId) {
        return "/v1/brands/" + brandId + "/persona";
    }
}
