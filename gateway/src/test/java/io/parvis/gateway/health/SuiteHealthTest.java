package io.parvis.gateway.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class SuiteHealthTest {

    @Inject
    Vertx vertx;

    Stubs stubs;

    @AfterEach
    void recovers() {
        stubs.engagement().start();
        stubs.reputation().ready(true);
        await().untilAsserted(() -> given().get("/q/health/suite").then().statusCode(200));
    }

    @Test
    void isUpWhenAllAreReady() {
        await().untilAsserted(() -> given().get("/q/health/suite")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.size()", equalTo(5))
                .body("checks.find { it.name == 'database' }.status", equalTo("UP")));
    }

    @Test
    void tellsWhichOneIsAwayAndStaysReadyItself() {
        stubs.engagement().stop();

        await().untilAsserted(() -> given().get("/q/health/suite")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == 'engagement' }.status", equalTo("UNREACHABLE"))
                .body("checks.find { it.name == 'presence' }.status", equalTo("UP")));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void tellsWhetherItsOwnEventLoopsGoOn() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'event-loops' }.status", equalTo("UP"));
    }

    @Test
    void sendsNoBodyToWhoAsksForTheHeadInHttp2() throws Exception {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            var body = client.request(HttpMethod.HEAD, RestAssured.port, "localhost", "/q/health/suite")
                    .compose(request -> request.send())
                    .compose(answer -> answer.body());

            assertThat(body.toCompletionStage().toCompletableFuture().get().length())
                    .isZero();
        } finally {
            client.close();
        }
    }

    @Test
    void tellsWhichOneIsNotReady() {
        stubs.reputation().ready(false);

        await().untilAsserted(() -> given().get("/q/health/suite")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'reputation' }.status", equalTo("DOWN")));
    }
}
