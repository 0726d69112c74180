package io.parvis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import io.netty.util.internal.PlatformDependent;
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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that ask and do not read what they asked for; the document is larger than what a machine's sockets hold. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(AnswersThatAreNotTakenTest.Small.class)
class AnswersThatAreNotTakenTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final String DOCUMENT = "/openapi.json";
    private static final int DOCUMENT_BYTES = 8 << 20;
    private static final int REQUESTS = 4;

    public static final class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parvis.gateway.clients.requests-per-address",
                    Integer.toString(REQUESTS),
                    "parvis.gateway.clients.answer-timeout",
                    "5s");
        }
    }

    @Inject
    Vertx vertx;

    Stubs stubs;

    @BeforeEach
    void describesItselfAtLength() {
        // What one service says of itself is read up to 8 MiB.
        stubs.presence().describes(atLength("/v1/brands"));
        stubs.engagement().describes(atLength("/v1/brands/{brandId}/contests"));
        // Whoever asks first may be cut while it is made.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (var reader = new RawHttp(RestAssured.port)) {
                reader.head("GET", DOCUMENT, "Connection: close");
                assertThat(reader.readAll()).hasSizeGreaterThan(DOCUMENT_BYTES);
            }
        });
    }

    private static JsonObject atLength(String path) {
        var operation = new JsonObject().put("description", "x".repeat(DOCUMENT_BYTES / 2));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("paths", new JsonObject().put(path, new JsonObject().put("get", operation)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/openapi.yaml"})
    void countsAsUnderWayUntilTheyAreTaken(String path) throws Exception {
        var unread = new ArrayList<RawHttp>();
        for (var i = 0; i < REQUESTS; i++) {
            unread.add(asks("127.0.0.2", path));
        }

        assertThat(RawHttp.getFrom("127.0.0.2", RestAssured.port, "/nothing")).startsWith("HTTP/1.1 429");
        assertThat(RawHttp.getFrom("127.0.0.3", RestAssured.port, "/nothing")).startsWith("HTTP/1.1 404");
        close(unread);
        awaitServed("127.0.0.2");
    }

    /** Whoever makes the answer: the gateway's refusals, its operation, its pages. */
    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1/brands/b-1/../x", "/v1/api-keys/self", "/", "/docs"})
    void countsEveryAnswerThatWaitsBehindOneThatIsNotTaken(String path) throws Exception {
        try (var unread = asks("127.0.0.4", DOCUMENT)) {
            for (var i = 1; i < REQUESTS; i++) {
                unread.head("GET", path, KEY);
            }

            await().untilAsserted(() -> assertThat(RawHttp.getFrom("127.0.0.4", RestAssured.port, "/nothing"))
                    .startsWith("HTTP/1.1 429"));
        }
        awaitServed("127.0.0.4");
    }

    @Test
    void countsStreamsWhoseClientGivesThemNoWindow() throws Exception {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setLocalAddress("127.0.0.5"));
        for (var i = 0; i < REQUESTS; i++) {
            client.request(HttpMethod.GET, RestAssured.port, "127.0.0.1", DOCUMENT)
                    .compose(request -> request.send())
                    .onSuccess(answer -> answer.pause())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }

        assertThat(RawHttp.getFrom("127.0.0.5", RestAssured.port, "/nothing")).startsWith("HTTP/1.1 429");
        // Nor are they left there for ever, though their connection stays.
        awaitServed("127.0.0.5");
        assertThat(client.request(HttpMethod.GET, RestAssured.port, "127.0.0.1", "/q/health/live")
                        .compose(request -> request.send())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get()
                        .statusCode())
                .isEqualTo(200);
        client.close();
    }

    @Test
    void areNotKeptForEver() throws Exception {
        var unread = new ArrayList<RawHttp>();
        for (var i = 0; i < REQUESTS; i++) {
            unread.add(asks("127.0.0.6", DOCUMENT));
        }

        assertThat(RawHttp.getFrom("127.0.0.6", RestAssured.port, "/nothing")).startsWith("HTTP/1.1 429");
        awaitServed("127.0.0.6");
        close(unread);
    }

    @Test
    void costNoCopyOfTheDocumentEach() throws Exception {
        var before = allocated();
        var unread = new ArrayList<RawHttp>();
        for (var i = 1; i <= 30; i++) {
            unread.add(asks("127.0.1." + i, DOCUMENT));
        }

        assertThat(allocated() - before).isLessThan(3 * DOCUMENT_BYTES);
        close(unread);
    }

    /** On the heap by anybody, since the start, and outside of it now. */
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getTotalThreadAllocatedBytes() + PlatformDependent.usedDirectMemory();
    }

    private static RawHttp asks(String source, String path) throws IOException {
        var client = RawHttp.withLittleRoom(source, RestAssured.port);
        client.head("GET", path);
        assertThat(client.readHead()).startsWith("HTTP/1.1 200");
        return client;
    }

    private static void awaitServed(String source) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(RawHttp.getFrom(source, RestAssured.port, "/nothing"))
                        .startsWith("HTTP/1.1 404"));
    }

    private static void close(List<RawHttp> all) throws IOException {
        for (var one : all) {
            one.close();
        }
    }
}
