package io.parvis.reputation;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class HostileBodiesTest {

    @ParameterizedTest
    @CsvSource({"all,null", "any,\"\"", "none,5", "any,\"a\""})
    void refusesManyWordsByTheSizeOfTheirList(String field, String word) {
        asEveryone()
                .body("{\"" + field + "\":" + many(20_000, word) + "}")
                .post("/v1/brands/b1/watches")
                .then()
                .statusCode(400);
    }

    @Test
    void looksAtNoWordForWhoeverMayNot() {
        as(on("b1", "analyst"))
                .body("{\"all\":" + many(20_000, "null") + "}")
                .post("/v1/brands/b1/watches")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 5_000, 100_000})
    void refusesALongLanguageTag(int times) {
        asEveryone()
                .body("{\"source\":\"s\",\"externalId\":\"e\",\"text\":\"t\",\"publishedAt\":\"2026-07-04T10:00:00Z\","
                        + "\"language\":\"fr" + "-abcd".repeat(times) + "\"}")
                .post("/v1/brands/b1/mentions")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void refusesAPackedStream(String coding) {
        asEveryone()
                .contentType("application/x-ndjson;charset=utf-8")
                .header("Content-Encoding", coding)
                .body(new byte[] {31, -117, 8, 0})
                .post("/v1/brands/b1/mentions")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", equalTo("identity"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjsonfoo;charset=utf-8",
                "application/x-ndjson-seq;charset=utf-8",
                "application/x-ndjson;charset=utf-16",
                "application/x-ndjson, application/json"
            })
    void refusesAStreamOfAnotherType(String type) {
        asEveryone()
                .contentType(type)
                .body(new byte[] {'{', '}'})
                .post("/v1/brands/b1/mentions")
                .then()
                .statusCode(415);
    }

    @Test
    void refusesAStreamOfWhoeverMayNot() {
        as(on("b1", "analyst"))
                .contentType("application/x-ndjson;charset=utf-8")
                .body(new byte[] {'{', '}'})
                .post("/v1/brands/b1/mentions")
                .then()
                .statusCode(403);
        as(on("b2", "partner"))
                .contentType("application/x-ndjson;charset=utf-8")
                .body(new byte[] {'{', '}'})
                .post("/v1/brands/b1/mentions")
                .then()
                .statusCode(404);
    }

    private static String many(int times, String element) {
        return "[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }
}
