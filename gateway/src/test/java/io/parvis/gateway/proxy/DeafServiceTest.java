package io.parvis.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A service that takes a request and then reads no more of its body. */
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class DeafServiceTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int POOL = 8;
    private static final int BODY = 1_900_000;

    Stubs stubs;

    /** What waits to be written to the service will wait for ever; its connection is free for others all the same. */
    @Test
    void givesItsConnectionsBackWhenTheClientsLeave() throws Exception {
        var before = stubs.presence().asked();
        var clients = new ArrayList<RawHttp>();
        for (var i = 0; i < POOL; i++) {
            var client = new RawHttp(RestAssured.port);
            client.head("POST", "/v1/brands?stub=deaf", KEY, "Content-Length: " + BODY);
            client.write("x".repeat(1_000_000));
            clients.add(client);
        }
        await().until(() -> stubs.presence().asked() == before + POOL);

        for (var client : clients) {
            client.reset();
        }

        await().untilAsserted(() -> given().header("X-API-Key", TestKeys.EVERYTHING)
                .get("/v1/brands")
                .then()
                .statusCode(200));
    }
}
