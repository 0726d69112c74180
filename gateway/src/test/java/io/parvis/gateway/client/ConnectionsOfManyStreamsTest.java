package io.parvis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that are made on many threads, and a connection that knows all the same when nothing is under way on it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(ConnectionsOfManyStreamsTest.ShortLived.class)
class ConnectionsOfManyStreamsTest {

    private static final int CONNECTIONS = 6;
    private static final int ROUNDS = 40;
    private static final int AT_ONCE = 30;

    public static final class ShortLived implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parvis.gateway.clients.keep-alive", "1s");
        }
    }

    @Inject
    Vertx vertx;

    @Test
    void areClosedWhenTheyAreIdle() throws Exception {
        Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
        var clients = new ArrayList<HttpClient>();
        for (var i = 0; i < CONNECTIONS; i++) {
            clients.add(client(open));
        }
        for (var round = 0; round < ROUNDS; round++) {
            var asked = clients.stream()
                    .flatMap(client -> IntStream.range(0, AT_ONCE).mapToObj(i -> ask(client)))
                    .toList();
            Future.all(asked).toCompletionStage().toCompletableFuture().get();
        }

        assertThat(open).hasSizeGreaterThanOrEqualTo(CONNECTIONS);
        await().atMost(Duration.ofSeconds(15)).until(open::isEmpty);
        clients.forEach(HttpClient::close);
    }

    private static Future<Void> ask(HttpClient client) {
        return client.request(HttpMethod.GET, RestAssured.port, "127.0.0.1", "/v1/api-keys/self")
                .compose(request ->
                        request.putHeader("X-API-Key", TestKeys.EVERYTHING).send())
                // Its end may have come before anybody could ask for it.
                .mapEmpty();
    }

    private HttpClient client(Set<HttpConnection> open) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false)
                        .setHttp2MaxPoolSize(1)
                        .setKeepAliveTimeout(0)
                        .setHttp2KeepAliveTimeout(0))
                .withConnectHandler(connection -> {
                    open.add(connection);
                    connection.closeHandler(closed -> open.remove(connection));
                })
                .build();
    }
}
