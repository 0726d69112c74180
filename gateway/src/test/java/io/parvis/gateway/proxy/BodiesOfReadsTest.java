package io.parvis.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request may have a body whatever its method, and none is without a limit but the streams that say so. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class BodiesOfReadsTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int MEGABYTE = 1 << 20;
    private static final Buffer PART = Buffer.buffer(new byte[MEGABYTE / 8]);

    private Vertx vertx;

    @BeforeEach
    void begin() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_2, GET", "HTTP_2, HEAD", "HTTP_2, DELETE", "HTTP_2, OPTIONS", "HTTP_2, POST", "HTTP_2, PURGE",
        "HTTP_1_1, GET", "HTTP_1_1, HEAD", "HTTP_1_1, DELETE", "HTTP_1_1, OPTIONS", "HTTP_1_1, POST", "HTTP_1_1, PURGE"
    })
    void haveTheLimitOfTheirRoute(HttpVersion version, String method) throws Exception {
        assertThat(send(version, method, "/v1/brands", 3).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2, GET", "HTTP_2, DELETE", "HTTP_1_1, GET", "HTTP_1_1, DELETE"})
    void areNoStreamsWhateverTheySay(HttpVersion version, String method) throws Exception {
        assertThat(send(version, method, "/v1/brands/b-1/mentions", 3).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_2, GET", "HTTP_2, DELETE", "HTTP_1_1, GET", "HTTP_1_1, DELETE"})
    void arePassedOnWithinIt(HttpVersion version, String method) throws Exception {
        assertThat(send(version, method, "/v1/brands", 1).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/openapi.json", "/v1/api-keys/self", "/v1/nothing", "/"})
    void areNotReadForEverWhereNobodyTakesThemInHttp2(String path) throws Exception {
        assertThat(send(HttpVersion.HTTP_2, "GET", path, 200).taken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/openapi.json", "/v1/api-keys/self", "/v1/nothing", "/"})
    void areNotReadForEverWhereNobodyTakesThem(String path) {
        assertThatThrownBy(() -> {
                    try (var client = new RawHttp(RestAssured.port)) {
                        client.head("GET", path, KEY, "Transfer-Encoding: chunked");
                        for (var i = 0; i < 200; i++) {
                            client.chunk("x".repeat(MEGABYTE));
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void leaveAnOwnPageUsableWhereTheyEnd() throws Exception {
        try (var client = new RawHttp(RestAssured.port)) {
            for (var i = 0; i < 3; i++) {
                client.head("HEAD", "/q/health/live", KEY, "Transfer-Encoding: chunked");
                assertThat(client.readHead()).startsWith("HTTP/1.1 200");
                client.chunk("x".repeat(MEGABYTE));
                client.chunk("");
            }
        }
    }

    @Test
    void areNotWaitedForWhereNobodyTakesThem() throws Exception {
        try (var client = new RawHttp(RestAssured.port)) {
            client.head("GET", "/q/health/live", "Transfer-Encoding: chunked");
            client.chunk("x");

            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> client.chunk("x")).isInstanceOf(IOException.class));
        }
    }

    /** @param taken whether all of the body was */
    private record Outcome(int status, boolean taken) {}

    /** @param megabytes of a body whose length is not told */
    private Outcome send(HttpVersion version, String method, String path, int megabytes) throws Exception {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false));
        return client.request(HttpMethod.valueOf(method), RestAssured.port, "localhost", path)
                .compose(request -> {
                    request.putHeader("X-API-Key", TestKeys.EVERYTHING)
                            .putHeader("Content-Type", "application/x-ndjson");
                    request.setChunked(true);
                    var answer = request.response().map(HttpClientResponse::statusCode);
                    return send(request, 8 * megabytes)
                            .transform(sent -> answer.map(status -> new Outcome(status, sent.succeeded())));
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(15, TimeUnit.SECONDS);
    }

    private Future<Void> send(HttpClientRequest request, int left) {
        if (left == 0) {
            return request.end();
        }
        return request.write(PART).compose(written -> send(request, left - 1));
    }
}
