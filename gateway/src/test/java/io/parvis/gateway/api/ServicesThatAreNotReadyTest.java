package io.parvis.gateway.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gateway has started before one of its services. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(
        value = SuiteAround.class,
        initArgs = @ResourceArg(name = SuiteAround.LATE, value = "presence"),
        restrictToAnnotatedClass = true)
class ServicesThatAreNotReadyTest {

    Stubs stubs;

    @BeforeEach
    void isLate() {
        stubs.presence().ready(false);
    }

    /** In one: what was learned is not forgotten. */
    @Test
    void areDescribedAndReachedOnceTheyAre() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .body("paths", not(hasKey("/v1/brands")))
                .body("paths", hasKey("/v1/brands/{brandId}/fans"));
        withKey("/v1/brands/b-1/fans").statusCode(200).body("service", equalTo("engagement"));
        withKey("/v1/brands").statusCode(503).header("Retry-After", "1").body("type", endsWith("/paths-unknown"));
        withKey("/q/secret").statusCode(404);

        stubs.presence().ready(true);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> withKey("/v1/brands").statusCode(200).body("service", equalTo("presence")));
        given().get("/openapi.json").then().body("paths", hasKey("/v1/brands"));
        withKey("/v1/nothing").statusCode(404);
        stubs.presence().ready(false);
        withKey("/v1/brands").statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse withKey(String path) {
        return given().header("X-API-Key", TestKeys.EVERYTHING).get(path).then();
    }
}
