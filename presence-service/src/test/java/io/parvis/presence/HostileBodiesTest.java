package io.parvis.presence;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.everywhere;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to cost: that none holds an event loop is seen by the detector behind every test. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "presence"))
class HostileBodiesTest {

    private static final String BRAND = """
            {"slug": "%s", "name": "N", "timeZone": "Europe/Paris", "languages": %s}""";

    @ParameterizedTest
    @ValueSource(ints = {4_000, 16_000, 300_000})
    void refusesManyNullsByTheSizeOfTheirList(int nulls) {
        asEveryone()
                .body(BRAND.formatted("hostile", many(nulls, "null")))
                .post("/v1/brands")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/languages"));
    }

    @Test
    void doesNotLookAtThemForWhoeverMayNot() {
        as(everywhere("editor"))
                .body(BRAND.formatted("hostile", many(16_000, "null")))
                .post("/v1/brands")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "traits,null",
        "words,null",
        "words,\"\"",
        "forbiddenWords,5",
        "forbiddenWords,\" \"",
        "legalMentions,[]"
    })
    void refusesManyWordsByTheSizeOfTheirList(String field, String word) {
        asEveryone()
                .body("{\"" + field + "\":" + many(20_000, word) + "}")
                .put("/v1/brands/b1/persona")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 5_000, 100_000})
    void refusesLongTagsAndSlugs(int times) {
        asEveryone()
                .body(BRAND.formatted("a-".repeat(times) + "a", "[\"fr" + "-abcd".repeat(times) + "\"]"))
                .post("/v1/brands")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/slug"))
                .body("errors.pointer", hasItem("/languages/0"));
    }

    @Test
    void tellsTwentyErrorsAtMost() {
        asEveryone()
                .body(BRAND.formatted("hostile", many(50, "\"?\"")))
                .post("/v1/brands")
                .then()
                .statusCode(400)
                .body("errors", hasSize(20))
                .body("errors.pointer", everyItem(startsWith("/languages/")));
    }

    private static String many(int times, String element) {
        return "[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }
}
