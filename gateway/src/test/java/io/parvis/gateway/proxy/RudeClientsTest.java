package io.parvis.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection to a service has one user at a time: who leaves takes nobody else's away. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class RudeClientsTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int POOL = 8;

    Stubs stubs;
    ExecutorService callers;

    @BeforeEach
    void gathersCallers() {
        callers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void sendsThemHome() {
        callers.close();
        await().untilAsserted(() -> withKey().get("/v1/brands").then().statusCode(200));
    }

    /**
     * The answer has come from the service whole, so that its connection is free for others, while its end still waits
     * in the gateway for a client that reads nothing, and then leaves. How much that is depends on the buffers of the
     * machine: so, many sizes.
     */
    @Test
    void aClientThatLeavesItsAnswerUnreadTakesNobodyElsesConnection() throws Exception {
        for (var size = 2_600_000; size < 3_300_000; size += 24_000) {
            var rude = RawHttp.withLittleRoom(RestAssured.port);
            rude.head("GET", "/v1/brands?stub=bytes&size=" + size, KEY);
            rude.readHead();
            var whole = Integer.toString(size);
            await().until(() -> stubs.presence().handedOverLast().equals(whole));
            var before = stubs.presence().asked();
            var polite = atOnce(POOL, "/v1/brands?stub=later");
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> stubs.presence().asked() >= before + POOL);

            rude.reset();

            assertThat(polite.stream().map(CompletableFuture::join))
                    .as("beside an answer of %d bytes that nobody read", size)
                    .containsOnly(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "bytes&size=300000"})
    void freesThePoolWhereCallersHangUp(String what) throws Exception {
        for (var round = 0; round < 5; round++) {
            var rude = new ArrayList<RawHttp>();
            for (var i = 0; i < 200; i++) {
                var caller = new RawHttp(RestAssured.port);
                caller.head("GET", "/v1/brands?stub=" + what, KEY);
                rude.add(caller);
            }
            for (var caller : rude) {
                caller.reset();
            }
        }

        for (var i = 0; i < 50; i++) {
            await().untilAsserted(() -> withKey().get("/v1/brands").then().statusCode(200));
        }
        var polite = atOnce(POOL, "/v1/brands?stub=later");
        assertThat(polite.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    private List<CompletableFuture<Integer>> atOnce(int many, String path) {
        var statuses = new ArrayList<CompletableFuture<Integer>>();
        for (var i = 0; i < many; i++) {
            statuses.add(
                    CompletableFuture.supplyAsync(() -> withKey().post(path).statusCode(), callers));
        }
        return statuses;
    }

    private static RequestSpecification withKey() {
        return given().header("X-API-Key", TestKeys.EVERYTHING);
    }
}
