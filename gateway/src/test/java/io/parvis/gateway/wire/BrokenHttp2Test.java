package io.parvis.gateway.wire;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection may break while the gateway is refusing what came on it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class BrokenHttp2Test {

    private static final String PATH = "/v1/public/contests/c";
    private static final int STREAM_OF_CONNECTION = 0;

    /** Each is refused somewhere else: before Netty, by Netty, by Vert.x. */
    static Stream<List<Map.Entry<String, String>>> refused() {
        return Stream.of(
                and("x", "a\u0000b"),
                and("content-length", "5"),
                and("x", "y".repeat(9_000)),
                and("host", "G"),
                and("host", "other"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    void breaksUnderARefusalWithoutAWordInTheLog(List<Map.Entry<String, String>> headers) throws Exception {
        try (var log = new StrangersInTheLog()) {
            for (var round = 0; round < 30; round++) {
                var client = new RawHttp2();
                for (var i = 0; i < 40; i++) {
                    client.headers(true, headers);
                    client.headers(true, StrictHttp2Test.get("/v1/nothing"));
                }
                client.breakOff();
            }
            theNextCallerIsAnswered();

            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    void breaksWhileARefusalWaitsForAClientThatReadsNothing(List<Map.Entry<String, String>> headers) throws Exception {
        try (var log = new StrangersInTheLog()) {
            for (var round = 0; round < 5; round++) {
                var client = new RawHttp2(RawConnection.withLittleRoom());
                client.wantsAll();
                client.headers(true, StrictHttp2Test.get(PATH + "?stub=flood"));
                for (var i = 0; i < 20; i++) {
                    client.data(client.headers(true, headers), false, "x");
                }
                // No frame can be about this one: it ends the connection.
                client.data(STREAM_OF_CONNECTION, true, "x");
                client.breakOff();
            }
            theNextCallerIsAnswered();

            assertThat(log.lines()).isEmpty();
        }
    }

    private static void theNextCallerIsAnswered() {
        for (var i = 0; i < 4; i++) {
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .untilAsserted(() -> given().get(PATH).then().statusCode(200));
        }
    }

    private static List<Map.Entry<String, String>> and(String name, String value) {
        var headers = new ArrayList<>(StrictHttp2Test.get(PATH));
        headers.add(entry(name, value));
        return headers;
    }
}
