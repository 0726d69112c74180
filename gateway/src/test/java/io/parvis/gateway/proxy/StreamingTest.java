package io.parvis.gateway.proxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.RawHttp;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class StreamingTest {

    private static final String MENTIONS = "/v1/brands/b-1/mentions?stub=lines";
    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int LINES = 250_000;

    Stubs stubs;

    @Test
    void answersALineBeforeTheNextOneIsSent() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", MENTIONS, KEY, "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked");
            connection.chunk("one\n");
            var head = connection.readHead();
            var first = connection.readChunk();
            connection.chunk("three\n");
            var second = connection.readChunk();
            connection.chunk("");

            assertThat(head).startsWith("HTTP/1.1 200").contains("application/x-ndjson");
            assertThat(first).isEqualTo("answer 1 3\n");
            assertThat(second).isEqualTo("answer 2 5\n");
            assertThat(connection.readChunk()).isEqualTo("summary 2\n");
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsFiftyMegabytesBothWaysAtOnce(HttpClient.Version version) throws Exception {
        var line = ("x".repeat(219) + "\n").getBytes(StandardCharsets.UTF_8);
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> repeated(line));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + MENTIONS))
                .header("X-API-Key", TestKeys.EVERYTHING)
                .header("Content-Type", "application/x-ndjson")
                .version(version)
                .POST(body)
                .build();
        try (var client = HttpClient.newHttpClient();
                var answers = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                        .get(60, SECONDS)
                        .body()) {
            assertThat(last(answers)).isEqualTo("summary " + LINES);
        }
    }

    @Test
    void streamsFiftyMegabytesBothWaysAtOnceInHttp2() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var options = new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false);
            var answer = vertx.createHttpClient(options)
                    .request(HttpMethod.POST, RestAssured.port, "localhost", MENTIONS)
                    .compose(request -> {
                        request.putHeader("X-API-Key", TestKeys.EVERYTHING);
                        request.putHeader("Content-Type", "application/x-ndjson");
                        request.setChunked(true);
                        send(request, LINES / 1_000);
                        return request.response().compose(HttpClientResponse::body);
                    });

            assertThat(answer.toCompletionStage()
                            .toCompletableFuture()
                            .get(60, SECONDS)
                            .toString())
                    .endsWith("summary " + LINES + "\n");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void waitsWithTheServiceWhileTheClientReadsNothing() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("GET", "/v1/brands?stub=flood", KEY);
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");

            var bytes = 0;
            for (var chunk = connection.readChunk(); !chunk.isEmpty(); chunk = connection.readChunk()) {
                bytes += chunk.length();
            }

            assertThat(bytes).isEqualTo(2_000 * 16 * 1024);
        }
    }

    @Test
    void handsOnAnAnswerThatComesBeforeTheRequestIsThroughAndStaysUsable() throws Exception {
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head(
                    "POST",
                    "/v1/brands/b-1/mentions?stub=early",
                    KEY,
                    "Content-Type: application/x-ndjson",
                    "Transfer-Encoding: chunked");
            connection.chunk("one\n");
            var head = connection.readHead();
            var body = connection.readBytes("no such brand".length());
            connection.chunk("the rest\n");
            connection.chunk("");
            connection.head("GET", "/v1/brands", KEY);

            assertThat(head).startsWith("HTTP/1.1 404");
            assertThat(body).isEqualTo("no such brand");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void tellsTheServiceWhenTheClientHasGone() throws Exception {
        var before = stubs.reputation().abandoned();
        try (var connection = new RawHttp(RestAssured.port)) {
            connection.head("POST", MENTIONS, KEY, "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked");
            connection.chunk("one\n");
            assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
        }

        await().untilAsserted(() -> assertThat(stubs.reputation().abandoned()).isGreaterThan(before));
    }

    private static void send(HttpClientRequest request, int left) {
        for (var rest = left; rest > 0; rest--) {
            if (request.writeQueueFull()) {
                var remaining = rest;
                request.drainHandler(drained -> send(request, remaining));
                return;
            }
            request.write(("x".repeat(219) + "\n").repeat(1_000));
        }
        request.end();
    }

    private static String last(Stream<String> lines) {
        return lines.reduce("", (before, line) -> line);
    }

    private static InputStream repeated(byte[] line) {
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(LINES, line).stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .toList()));
    }
}
