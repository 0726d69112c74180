package io.parvis.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import io.parvis.gateway.client.InFlightRequests;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ThrowingExchangesTest {

    /** Sends what no header can hold, which is found out in the middle of an exchange. */
    @ApplicationScoped
    static class ImpossibleToken {

        void mount(@Observes Router router, Proxy proxy, InFlightRequests inFlightRequests) {
            router.route("/testing/throws")
                    .order(-200)
                    .handler(context -> proxy.pass(
                            context.request(),
                            new AdmittedRequest(
                                    inFlightRequests.begin(context.request()),
                                    "presence",
                                    "/v1/brands",
                                    "no\r\nheader",
                                    1_000)));
        }
    }

    @Test
    void endsAnExchangeInWhichSomethingThrowsAndGivesItsConnectionBack() {
        for (var i = 0; i < 300; i++) {
            given().body("x")
                    .post("/testing/throws")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/internal-error"));
        }
        for (var i = 0; i < 50; i++) {
            given().header("X-API-Key", TestKeys.EVERYTHING)
                    .get("/v1/brands")
                    .then()
                    .statusCode(200);
        }
    }
}
