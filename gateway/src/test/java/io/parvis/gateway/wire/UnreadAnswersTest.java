package io.parvis.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that asks and reads nothing. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class UnreadAnswersTest {

    private static final String PATH = "/v1/public/contests/c";
    /** What the gateway lets wait, and what the buffers of the machine take of answers of 100 kB. */
    private static final int MOST = 64 + 80;

    Stubs stubs;

    /** Heard, and answered no more: what is not read would be kept in the gateway. */
    @Test
    void keepsOnlySoManyAnswersThatNobodyReads() throws Exception {
        var before = stubs.engagement().asked();
        try (var client = RawConnection.withLittleRoom()) {
            client.say(("GET " + PATH + "?stub=bytes&size=100000 HTTP/1.1\r\nHost: g\r\n\r\n").repeat(500));

            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> stubs.engagement().asked() - before, asked -> asked > 0 && asked < MOST);
        }
    }

    /** What waits to be written to this client will wait for ever; the connection is closed all the same. */
    @Test
    void closesTheConnectionOfAnAnswerThatIsNotTaken() throws Exception {
        try (var log = new StrangersInTheLog();
                var client = RawConnection.withLittleRoom()) {
            client.say("GET " + PATH + "?stub=flood HTTP/1.1\r\nHost: g\r\n\r\n");

            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThatThrownBy(() -> client.say("GET / HTTP/1.1\r\n"))
                            .isInstanceOf(IOException.class));
            assertThat(log.lines()).isEmpty();
        }
    }
}
