package io.parvis.gateway.wire;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.eventloop.testing.LongestLoopIteration;
import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What costs a client next to nothing to send, again and again. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class FloodsTest {

    private static final String PATH = "/v1/public/contests/c";
    private static final List<Map.Entry<String, String>> UPLOAD = request("POST", "/v1/nothing");

    private static final int STREAMS = 100;

    /** Resets that a client may cause in 30 s; what it sends behind the next one may meet a closed connection. */
    private static final int LIMIT = 200;

    private static final Duration MOST = Duration.ofMillis(50);

    @Inject
    Vertx vertx;

    Stubs stubs;

    @Test
    void refusesAStreamTooManyOfAClientThatHasNotAcknowledgedTheLimit() throws Exception {
        try (var client = new RawHttp2()) {
            for (var i = 0; i < STREAMS; i++) {
                client.headers(false, UPLOAD);
            }
            var next = client.headers(false, UPLOAD);

            assertThat(client.end(next).error()).isEqualTo(RawHttp2.REFUSED_STREAM);
        }
    }

    @Test
    void takesAsManyStreamsAsItLikesOneAfterAnother() throws Exception {
        try (var client = new RawHttp2()) {
            for (var i = 0; i < 3 * STREAMS; i++) {
                assertThat(client.end(client.headers(true, request("HEAD", "/v1/nothing")))
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void endsAConnectionThatOpensStreamsOnlyToResetThem() throws Exception {
        var before = stubs.engagement().asked();
        try (var client = new RawHttp2()) {
            for (var i = 0; i < 250; i++) {
                client.reset(client.headers(true, StrictHttp2Test.get(PATH + "?stub=hang")), 8);
            }

            assertThat(client.goAway()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
        assertThat(stubs.engagement().asked() - before).isLessThanOrEqualTo(201);
        theNextCallersAreAnswered();
    }

    @Test
    void endsAConnectionThatMakesTheGatewayResetStreams() throws Exception {
        try (var client = new RawHttp2()) {
            for (var i = 0; i <= LIMIT; i++) {
                client.frame(RawHttp2.WINDOW_UPDATE, 0, client.headers(false, UPLOAD), 0, 0, 0, 0);
            }

            assertThat(client.goAway()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void endsAConnectionThatSendsEmptyData() throws Exception {
        try (var client = new RawHttp2()) {
            client.flood(10, RawHttp2.DATA, 0, client.headers(false, UPLOAD), new byte[0]);

            assertThat(client.goAway()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void endsAConnectionThatSendsHeadersCrumbByCrumb() throws Exception {
        try (var client = new RawHttp2()) {
            client.frame(RawHttp2.HEADERS, 0, 1, 0);
            client.flood(100, RawHttp2.CONTINUATION, 0, 1, new byte[1]);

            assertThat(client.goAway()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void endsAConnectionThatSendsHeadersWithoutEnd() throws Exception {
        try (var client = new RawHttp2()) {
            client.frame(RawHttp2.HEADERS, 0, 1, 0);

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 10_000; i++) {
                            client.flood(1, RawHttp2.CONTINUATION, 0, 1, new byte[16_000]);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    /** So many answers do not fit into the buffers of the machine. */
    @ParameterizedTest
    @CsvSource({RawHttp2.PING + ", 8", RawHttp2.SETTINGS + ", 0"})
    void endsAConnectionThatReadsNoneOfTheAnswersItAsksFor(int type, int length) {
        assertThatThrownBy(() -> {
                    try (var client = new RawHttp2(RawConnection.withLittleRoom())) {
                        for (var i = 0; i < 200; i++) {
                            client.flood(10_000, type, 0, 0, new byte[length]);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "100000, " + RawHttp2.PRIORITIES + ", 1, 0000000310",
        "100000, " + RawHttp2.PRIORITIES + ", 777, 0000000310",
        "100000, " + RawHttp2.WINDOW_UPDATE + ", 0, 00000001",
        "100000, " + RawHttp2.WINDOW_UPDATE + ", 1, 00000001",
        "100000, " + RawHttp2.UNKNOWN + ", 0, 00",
        "100000, " + RawHttp2.UNKNOWN + ", 1, 00",
        "30000, " + RawHttp2.PING + ", 0, 0000000000000000",
        "30000, " + RawHttp2.SETTINGS + ", 0, 000100001000",
        "30000, " + RawHttp2.SETTINGS + ", 0, 000400010000",
        "60000, " + RawHttp2.DATA + ", 1, 78",
    })
    void isNotHeldUpByFramesThatMeanLittle(int times, int type, int stream, String payload) throws Exception {
        try (var turns = new LongestLoopIteration(vertx)) {
            flood(times, type, stream, payload);
            turns.take();

            flood(times, type, stream, payload);

            assertThat(turns.take()).isLessThan(MOST);
        }
        theNextCallersAreAnswered();
    }

    @Test
    void isNotHeldUpByChunksOfAByte() throws Exception {
        try (var turns = new LongestLoopIteration(vertx)) {
            uploadInChunks(10_000);
            turns.take();

            uploadInChunks(100_000);

            assertThat(turns.take()).isLessThan(MOST);
        }
    }

    private static void uploadInChunks(int many) throws IOException {
        try (var client = new RawConnection()) {
            client.say("POST " + PATH + " HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.say("1\r\nx\r\n".repeat(many) + "0\r\n\r\n");

            assertThat(client.hear().status()).isPositive();
        }
    }

    private static void flood(int times, int type, int stream, String payload) throws IOException {
        try (var client = new RawHttp2()) {
            client.headers(false, request("POST", PATH));
            client.flood(times, type, 0, stream, HexFormat.of().parseHex(payload));

            assertThat(client.end(client.headers(true, StrictHttp2Test.get(PATH)))
                            .error())
                    .isIn(0, RawHttp2.ENHANCE_YOUR_CALM);
        }
    }

    private static List<Map.Entry<String, String>> request(String method, String path) {
        return List.of(
                entry(":method", method), entry(":scheme", "http"), entry(":authority", "g"), entry(":path", path));
    }

    private static void theNextCallersAreAnswered() {
        for (var i = 0; i < 4; i++) {
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .untilAsserted(() -> given().get(PATH).then().statusCode(200));
        }
    }
}
