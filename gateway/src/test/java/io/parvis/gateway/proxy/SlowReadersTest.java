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
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An answer is taken at a least pace, or cut; here at one that is fast enough for a test to see. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
@TestProfile(SlowReadersTest.Fast.class)
class SlowReadersTest {

    private static final String KEY = "X-API-Key: " + TestKeys.EVERYTHING;
    private static final int ALL = 2_000 * 16 * 1024;
    private static final int SIP = 300_000;

    public static final class Fast implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parvis.gateway.clients.minimum-answer-rate", "16M",
                    "parvis.gateway.upstream.idle-timeout", "1500ms");
        }
    }

    Stubs stubs;

    @Test
    void areCutThoughTheyTakeALittleNowAndThen() throws Exception {
        var before = stubs.presence().abandoned();
        try (var client = RawHttp.withLittleRoom(RestAssured.port)) {
            client.head("GET", "/v1/brands?stub=flood", KEY);
            assertThat(client.readHead()).startsWith("HTTP/1.1 200");
            var taken = new int[1];

            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> sip(client, taken));

            assertThat(taken[0]).isLessThan(ALL / 2);
        }
        await().until(() -> stubs.presence().abandoned() > before);
    }

    @Test
    void areNotWhoTakesWhatTheServiceGives() throws Exception {
        try (var client = new RawHttp(RestAssured.port)) {
            client.head("GET", "/v1/brands?stub=flood", KEY);
            client.readHead();
            var bytes = 0;
            for (var chunk = client.readChunk(); !chunk.isEmpty(); chunk = client.readChunk()) {
                bytes += chunk.length();
            }

            assertThat(bytes).isEqualTo(ALL);
        }
    }

    /** Whether there is no more. */
    private static boolean sip(RawHttp client, int[] taken) {
        try {
            var got = client.readBytes(SIP).length();
            taken[0] += got;
            return got < SIP;
        } catch (IOException cut) {
            return true;
        }
    }
}
