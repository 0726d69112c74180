package io.parvis.gateway.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(ServicesThatAreNotReadyTest.NobodyAskedBefore.class)
class ServicesThatAreNotReadyTest {

    public static final class NobodyAskedBefore implements QuarkusTestProfile {}

    Stubs stubs;

    @Test
    void areDescribedOnceTheyAre() {
        stubs.presence().ready(false);
        given().get("/openapi.json").then().statusCode(200).body("paths", not(hasKey("/v1/brands")));

        stubs.presence().ready(true);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/openapi.json").then().body("paths", hasKey("/v1/brands")));
    }
}
