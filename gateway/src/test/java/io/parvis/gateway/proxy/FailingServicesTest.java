package io.parvis.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class FailingServicesTest {

    Stubs stubs;

    @AfterEach
    void closesCircuits() {
        await().untilAsserted(() -> withKey().get("/v1/brands/b-1/fans").then().statusCode(200));
        await().untilAsserted(() -> withKey().get("/v1/brands").then().statusCode(200));
    }

    @Test
    void tellsThatAServiceIsAwayAndLeavesTheOthersUsable() {
        stubs.engagement().stop();
        try {
            withKey()
                    .get("/v1/brands/b-1/fans")
                    .then()
                    .statusCode(502)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://parvis.io/problems/service-unreachable"))
                    .body("status", equalTo(502));
            withKey().get("/v1/brands").then().statusCode(200);
        } finally {
            stubs.engagement().start();
        }
    }

    @Test
    void stopsAskingAServiceThatIsAwayAndFindsItAgain() {
        stubs.engagement().stop();
        try {
            await().untilAsserted(() -> withKey()
                    .post("/v1/brands/b-1/fans")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("type", endsWith("/service-unavailable")));
        } finally {
            stubs.engagement().start();
        }
        await().untilAsserted(() -> withKey().get("/v1/brands/b-1/fans").then().statusCode(200));
    }

    @Test
    void doesNotWaitForEver() {
        withKey().get("/v1/brands?stub=hang").then().statusCode(504).body("type", endsWith("/service-timeout"));
    }

    @Test
    void tellsThatAServiceHungUp() {
        withKey().body("{}").post("/v1/brands?stub=hang-up").then().statusCode(502);
    }

    @Test
    void readsAgainWhereAConnectionWasJustClosed() {
        withKey().get("/v1/brands?stub=hang-up-once").then().statusCode(200).body(equalTo("second time"));
    }

    @Test
    void writesOnANewConnectionWhereTheKeptOnesHaveDied() {
        for (var restart = 0; restart < 10; restart++) {
            withKey().body("{}").post("/v1/brands").then().statusCode(200);
            stubs.presence().stop();
            stubs.presence().start();

            withKey().body("{}").post("/v1/brands").then().statusCode(200);
        }
    }

    @Test
    void doesNotSellHalfAnAnswerAsAWhole() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("GET", "/v1/brands?stub=hang-up-midway", "X-API-Key: " + TestKeys.EVERYTHING);

            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
            assertThat(connection.readChunk()).isEqualTo("the first half");
            assertThatThrownBy(connection::readChunk).isInstanceOf(Exception.class);
        }
    }

    @Test
    void turnsAwayWhoWouldWaitTooLongInTheQueue() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<CompletableFuture<Integer>>();
            for (var i = 0; i < 16; i++) {
                statuses.add(CompletableFuture.supplyAsync(
                        () -> withKey().post("/v1/brands?stub=hang").statusCode(), callers));
            }

            assertThat(statuses.stream().map(CompletableFuture::join))
                    .containsOnly(503, 504)
                    .filteredOn(status -> status == 503)
                    .hasSize(16 - 8 - 2);
        }
    }

    @Test
    void turnsAwayABodyThatSaysItIsTooLarge() {
        withKey()
                .body(new byte[(2 << 20) + 1])
                .post("/v1/brands")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("2097152"));
    }

    @Test
    void takesABodyThatIsJustSmallEnough() {
        withKey()
                .body(new byte[2 << 20])
                .post("/v1/brands")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(2 << 20));
    }

    @Test
    void turnsAwayABodyThatTurnsOutTooLarge() throws Exception {
        var before = stubs.presence().asked();
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", "/v1/brands", "X-API-Key: " + TestKeys.EVERYTHING, "Transfer-Encoding: chunked");
            for (var i = 0; i < 33; i++) {
                connection.chunk("x".repeat(64 * 1024));
            }

            assertThat(connection.readHead()).startsWith("HTTP/1.1 413").contains("application/problem+json");
            assertThat(stubs.presence().asked()).isEqualTo(before + 1);
        }
    }

    @Test
    void hasNoLimitForStreamsOnlyWhereTheTableSaysSo() {
        var lines = new byte[3 << 20];

        withKey()
                .contentType("application/x-ndjson; charset=utf-8")
                .body(lines)
                .post("/v1/brands/b-1/mentions")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(3 << 20));
        withKey()
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/brands/b-1/fans")
                .then()
                .statusCode(413);
        withKey()
                .contentType("application/json")
                .body(lines)
                .post("/v1/brands/b-1/mentions")
                .then()
                .statusCode(413);
    }

    @Test
    void letsAClientAskBeforeItSends() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            var key = "X-API-Key: " + TestKeys.EVERYTHING;
            connection.head("POST", "/v1/brands", key, "Expect: 100-continue", "Content-Length: 5");

            assertThat(connection.readHead()).startsWith("HTTP/1.1 100");
            connection.write("hello");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }
        assertThat(RawHttp.send(
                        RestAssured.port,
                        "POST",
                        "/v1/brands",
                        "X-API-Key: " + TestKeys.EVERYTHING,
                        "Expect: 100-continue",
                        "Content-Length: 5000000"))
                .startsWith("HTTP/1.1 413");
        assertThat(RawHttp.send(RestAssured.port, "POST", "/v1/brands", "Expect: miracles", "Content-Length: 5"))
                .startsWith("HTTP/1.1 417");
    }

    @Test
    void givesUpOnAClientThatStopsSending() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", "/v1/brands", "X-API-Key: " + TestKeys.EVERYTHING, "Content-Length: 5");
            connection.write("he");

            assertThat(connection.readHead()).startsWith("HTTP/1.1 408");
        }
    }

    private static RequestSpecification withKey() {
        return given().header("X-API-Key", TestKeys.EVERYTHING);
    }
}
