package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One address that holds as many requests to a service as it can, as slowly as it may: others are served. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(SlowClientsTest.AsDelivered.class)
class SlowClientsTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int TRIES = 20;
    /** A quarter of the connections. */
    private static final int SHARE = 2;

    public static final class AsDelivered implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parvis.gateway.clients.share-of-service", "25",
                    "parvis.gateway.upstream.idle-timeout", "30s",
                    "parvis.gateway.upstream.response-timeout", "30s");
        }
    }

    @Inject
    Vertx vertx;

    Stubs stubs;

    @Test
    void leaveConnectionsToOthersWhileTheySend() throws Exception {
        var before = stubs.presence().asked();
        var slow = new ArrayList<RawHttp>();
        for (var i = 0; i < TRIES; i++) {
            var client = RawHttp.from("127.0.0.2", RestAssured.port);
            client.head("POST", "/v1/brands", KEY, "Content-Length: 100000");
            client.write("x");
            slow.add(client);
        }

        await().until(() -> stubs.presence().asked() >= before + SHARE);
        othersAreServed();
        assertThat(RawHttp.getFrom("127.0.0.2", RestAssured.port, "/v1/brands", KEY))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("Retry-After: 1");
        assertThat(RawHttp.getFrom("127.0.0.2", RestAssured.port, "/v1/brands/b-1/fans", KEY))
                .as("another service")
                .startsWith("HTTP/1.1 200");
        leave("127.0.0.2", slow);
    }

    @Test
    void leaveConnectionsToOthersWhileTheyRead() throws Exception {
        var before = stubs.presence().asked();
        var slow = new ArrayList<RawHttp>();
        for (var i = 0; i < TRIES; i++) {
            var client = RawHttp.withLittleRoom("127.0.0.3", RestAssured.port);
            client.head("GET", "/v1/brands?stub=flood", KEY);
            slow.add(client);
        }

        await().until(() -> stubs.presence().asked() >= before + SHARE);
        othersAreServed();
        leave("127.0.0.3", slow);
    }

    @Test
    void leaveConnectionsToOthersWhileTheyGiveTheirStreamsNoWindow() throws Exception {
        var before = stubs.presence().asked();
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setLocalAddress("127.0.0.4"));
        for (var i = 0; i < TRIES; i++) {
            client.request(HttpMethod.GET, RestAssured.port, "127.0.0.1", "/v1/brands?stub=flood")
                    .compose(request ->
                            request.putHeader("X-API-Key", TestKeys.EVERYTHING).send())
                    .onSuccess(answer -> answer.pause());
        }

        await().until(() -> stubs.presence().asked() >= before + SHARE);
        othersAreServed();
        client.close();
        awaitServed("127.0.0.4");
    }

    private static void othersAreServed() throws Exception {
        for (var other = 0; other < 50; other++) {
            assertThat(RawHttp.getFrom("127.0.1." + (1 + other % 5), RestAssured.port, "/v1/brands", KEY))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static void leave(String source, List<RawHttp> clients) throws Exception {
        for (var client : clients) {
            client.reset();
        }
        awaitServed(source);
    }

    private static void awaitServed(String source) {
        await().untilAsserted(() -> assertThat(RawHttp.getFrom(source, RestAssured.port, "/v1/brands", KEY))
                .startsWith("HTTP/1.1 200"));
    }
}
