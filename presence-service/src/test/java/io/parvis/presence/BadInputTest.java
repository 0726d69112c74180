package io.parvis.presence;

import static io.parvis.edge.testing.Api.asEveryone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is malformed is told, by its place, and stores nothing. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class BadInputTest {

    private static final String VALID = """
            {"slug": "%s", "name": "N", "timeZone": "Europe/Paris", "languages": ["fr"]%s}""";

    record Case(String body, String pointer) {
        @Override
        public String toString() {
            return pointer + " " + body.substring(0, Math.min(60, body.length()));
        }
    }

    static List<Case> malformed() {
        return List.of(
                new Case("", ""),
                new Case("   ", ""),
                new Case("null", ""),
                new Case("[]", ""),
                new Case("{", ""),
                new Case("{\"slug\": \"abc\"} trailing", ""),
                new Case(VALID.formatted("bad-input", ", \"unknown\": 1"), "/unknown"),
                new Case(VALID.formatted("bad-input", ", \"legalName\": 5"), "/legalName"),
                new Case(VALID.formatted("bad-input", ", \"name\": \"twice\""), "/name"),
                new Case(VALID.formatted("Bad Slug", ""), "/slug"),
                new Case(VALID.formatted("ab", ""), "/slug"),
                new Case(VALID.formatted("bad-input", "").replace("Europe/Paris", "Mars/Olympus"), "/timeZone"),
                new Case(VALID.formatted("bad-input", "").replace("[\"fr\"]", "[\"fr\", null]"), "/languages/1"),
                new Case(VALID.formatted("bad-input", "").replace("[\"fr\"]", "\"fr\""), "/languages"),
                new Case(VALID.formatted("bad-input", "").replace("\"N\"", "\"a\\u0000b\""), "/name"),
                new Case(VALID.formatted("bad-input", "").replace("\"N\"", "\"a\\ud83d\""), "/name"),
                new Case(
                        VALID.formatted("bad-input", "").replace("\"N\"", "\"" + "x".repeat(1_000_000) + "\""),
                        "/name"),
                new Case("{\"slug\": " + "[".repeat(100) + "]".repeat(100) + "}", "/slug"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isToldByItsPlace(Case malformed) {
        asEveryone()
                .body(malformed.body())
                .post("/v1/brands")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(malformed.pointer()));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var bytes = VALID.formatted("bad-utf8", "").getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xff;

        asEveryone()
                .body(bytes)
                .post("/v1/brands")
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("must be UTF-8"));
    }

    @Test
    void refusesAnotherContentType() {
        asEveryone()
                .contentType("text/plain")
                .body("slug=abc")
                .post("/v1/brands")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        asEveryone()
                .body(VALID.formatted("too-large", "").replace("\"N\"", "\"" + "x".repeat(3_000_000) + "\""))
                .post("/v1/brands")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/content-too-large"));
    }

    @Test
    void refusesIdsThatCannotBe() {
        for (var id : List.of("%00", "a%00b", "x".repeat(5000), "%F0%9F%9A%B2", "a%20b", "'--")) {
            var status = asEveryone()
                    .urlEncodingEnabled(false)
                    .get("/v1/brands/" + id)
                    .statusCode();

            assertThat(status).as(id).isIn(400, 404, 414);
        }
    }

    @Test
    void refusesParametersThatCannotBe() {
        for (var query : List.of("limit=0", "limit=201", "limit=x", "limit=-1", "cursor=%00", "cursor=AAAA")) {
            asEveryone()
                    .urlEncodingEnabled(false)
                    .get("/v1/brands?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void keepsAstralCharacters() {
        var created = asEveryone()
                .body(VALID.formatted("astral-" + System.nanoTime(), "")
                        .replace("\"N\"", "\"𝒱élo 🚲 \\ud83d\\udeb2\""))
                .post("/v1/brands");

        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get("/v1/brands/" + created.path("brandId"))
                .then()
                .body("name", equalTo("𝒱élo 🚲 🚲"));
    }
}
