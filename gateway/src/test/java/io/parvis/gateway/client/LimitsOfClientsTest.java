package io.parvis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one client may hold, and for how long; here with limits small enough to run into. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(LimitsOfClientsTest.Small.class)
class LimitsOfClientsTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int CONNECTIONS = 10;
    private static final int REQUESTS = 4;

    public static final class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parvis.gateway.clients.head-timeout", "700ms",
                    "parvis.gateway.clients.keep-alive", "700ms",
                    "parvis.gateway.clients.body-rest", "900ms",
                    "parvis.gateway.clients.streams-per-connection", "5",
                    "parvis.gateway.clients.connections-per-address", Integer.toString(CONNECTIONS),
                    "parvis.gateway.clients.requests-per-address", Integer.toString(REQUESTS),
                    "parvis.gateway.proxies.trusted", "127.0.0.1,127.0.9.0/24",
                    "parvis.gateway.proxies.header", "forwarded");
        }
    }

    @Inject
    Vertx vertx;

    Stubs stubs;

    @BeforeEach
    void somebodyWasHereBefore() throws IOException {
        assertThat(RawHttp.get(RestAssured.port, "/q/health/live")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET /v1/brands HTTP/1.1\r\nHost: a\r\nX-Long: ", "PRI * HT", "\r\n"})
    void closesAConnectionThatBringsNoWholeHeadHoweverBusyItLooks(String begin) throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.write(begin);

            awaitClosed(connection, begin.isEmpty() ? "" : "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /v1/brands HTTP/1.1\r\nX-Long: "})
    void closesAKeptConnectionThatBringsNoFurtherRequest(String begin) throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("HEAD", "/v1/brands", KEY);
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
            connection.write(begin);

            awaitClosed(connection, begin.isEmpty() ? "" : "x");
        }
    }

    @Test
    void letsAConnectionStayWhileItsRequestIsUnderWay() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", "/v1/brands", KEY, "Content-Length: 2560");
            trickle(connection, 20, 128, Duration.ofMillis(100));

            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void cutsABodyThatComesTooSlowly() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", "/v1/brands", KEY, "Content-Length: 2560");
            trickle(connection, 20, 1, Duration.ofMillis(100));

            assertThat(connection.readHead()).startsWith("HTTP/1.1 408").contains("application/problem+json");
        }
    }

    @Test
    void closesTheNextConnectionOfAnAddressThatHasTooMany() throws Exception {
        var open = new ArrayList<RawHttp>();
        for (var i = 0; i < CONNECTIONS; i++) {
            open.add(RawHttp.from("127.0.0.2", RestAssured.port));
        }

        assertThat(served("127.0.0.2")).isFalse();
        assertThat(served("127.0.0.3")).isTrue();
        for (var connection : open) {
            connection.close();
        }
        await().until(() -> served("127.0.0.2"));
    }

    @Test
    void countsNoConnectionsOfATrustedProxy() throws Exception {
        var open = new ArrayList<RawHttp>();
        for (var i = 0; i <= CONNECTIONS; i++) {
            open.add(RawHttp.from("127.0.9.9", RestAssured.port));
        }

        assertThat(served("127.0.9.9")).isTrue();
        for (var connection : open) {
            connection.close();
        }
    }

    @Test
    void refusesTheNextRequestOfAClientThatHasTooManyUnderWay() throws Exception {
        var before = stubs.presence().asked();
        var waiting = new ArrayList<RawHttp>();
        for (var i = 0; i < REQUESTS; i++) {
            var connection = new RawHttp(RestAssured.port);
            connection.head("GET", "/v1/brands?stub=hang", KEY, "Forwarded: for=198.51.100.7");
            waiting.add(connection);
        }

        await().pollInterval(Duration.ofMillis(20)).until(() -> stubs.presence().asked() == before + REQUESTS);

        assertThat(RawHttp.get(RestAssured.port, "/v1/brands", KEY, "Forwarded: for=\"198.51.100.7:99\""))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("Retry-After: 1")
                .contains("application/problem+json");
        assertThat(RawHttp.get(RestAssured.port, "/v1/brands", KEY, "Forwarded: for=203.0.113.66, for=198.51.100.8"))
                .as("another client of the same proxy")
                .startsWith("HTTP/1.1 200");
        assertThat(RawHttp.get(RestAssured.port, "/q/health/live", "Forwarded: for=198.51.100.7"))
                .as("a probe that comes from there")
                .startsWith("HTTP/1.1 200");
        for (var connection : waiting) {
            connection.close();
        }
        await().untilAsserted(() -> assertThat(
                        RawHttp.get(RestAssured.port, "/v1/brands", KEY, "Forwarded: for=198.51.100.7"))
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void cannotBeMadeToCountAClientAsItsProxyByWhatTheClientSays() throws Exception {
        var broken = "Forwarded: for=\"203.0.113.66, for=198.51.100.9";
        var before = stubs.presence().asked();
        var waiting = new ArrayList<RawHttp>();
        for (var i = 0; i < REQUESTS; i++) {
            var connection = new RawHttp(RestAssured.port);
            connection.head("GET", "/v1/brands?stub=hang", KEY, broken);
            waiting.add(connection);
        }
        await().pollInterval(Duration.ofMillis(20)).until(() -> stubs.presence().asked() == before + REQUESTS);

        assertThat(RawHttp.get(RestAssured.port, "/v1/brands", KEY, broken)).startsWith("HTTP/1.1 429");
        assertThat(RawHttp.get(RestAssured.port, "/v1/brands", KEY))
                .as("the proxy itself")
                .startsWith("HTTP/1.1 200");
        for (var connection : waiting) {
            connection.close();
        }
    }

    @Test
    void refusesWhatATrustedProxySaysAndNobodyCanRead() throws Exception {
        assertThat(RawHttp.get(RestAssured.port, "/v1/brands", KEY, "Forwarded: for=198.51.100.9, for=nobody"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void tellsTheServiceWhoTheClientIsAndHowItCame() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head(
                    "GET",
                    "/v1/brands",
                    KEY,
                    "Forwarded: for=203.0.113.66;proto=http, for=\"[2001:db8::17]:4711\";proto=https",
                    "X-Forwarded-For: 203.0.113.67",
                    "Connection: close");

            assertThat(connection.readAll())
                    .contains("\"x-forwarded-for\":[\"2001:db8::17\"]")
                    .contains("\"x-forwarded-proto\":[\"https\"]");
        }
    }

    @Test
    void tellsHowManyRequestsAnHttp2ConnectionMayCarry() throws Exception {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            var settings = client.request(HttpMethod.GET, RestAssured.port, "localhost", "/q/health/live")
                    .compose(request -> request.send()
                            .map(answer -> request.connection().remoteSettings().getMaxConcurrentStreams()));

            assertThat(settings.toCompletionStage().toCompletableFuture().get()).isEqualTo(5);
        } finally {
            client.close();
        }
    }

    /** Whether a request from there is answered; if not, the connection is closed without a word. */
    private static boolean served(String source) {
        try (var connection = RawHttp.from(source, RestAssured.port)) {
            connection.head("GET", "/q/health/live");
            return connection.readHead().startsWith("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }

    private static void trickle(RawHttp connection, int times, int bytes, Duration pause) {
        var sent = new int[1];
        await().pollDelay(Duration.ZERO).pollInterval(pause).until(() -> {
            connection.write("x".repeat(bytes));
            sent[0]++;
            return sent[0] == times || connection.isAnswered();
        });
    }

    private static void awaitClosed(RawHttp connection, String sentMeanwhile) {
        if (sentMeanwhile.isEmpty()) {
            await().untilAsserted(() -> assertThat(connection.readAll()).isEmpty());
            return;
        }
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThatThrownBy(() -> connection.write(sentMeanwhile))
                        .isInstanceOf(IOException.class));
    }
}
