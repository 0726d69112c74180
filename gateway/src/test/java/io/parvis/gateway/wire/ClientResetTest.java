package io.parvis.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class ClientResetTest {

    private static final String KEY = "\r\nHost: g\r\nX-API-Key: " + TestKeys.EVERYTHING + "\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /v1/brands HTT",
                "GET /v1/brands HTTP/1.1" + KEY,
                "GET /v1/brands?stub=hang HTTP/1.1" + KEY + "\r\n",
                "GET /v1/brands?stub=flood HTTP/1.1" + KEY + "\r\n",
                "POST /v1/brands HTTP/1.1" + KEY + "Content-Length: 10\r\n\r\nabc",
                "POST /v1/brands HTTP/1.1" + KEY + "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                "POST /v1/brands/b/mentions?stub=lines HTTP/1.1" + KEY
                        + "Transfer-Encoding: chunked\r\n\r\n2\r\na\n\r\n",
                "GET /q/health/ready HTTP/1.1" + KEY + "\r\n",
                "POST /q/health/ready HTTP/1.1" + KEY + "Content-Length: 10\r\n\r\nabc",
                "GET /v1/api-keys/self HTTP/1.1" + KEY + "Content-Length: 10\r\n\r\nabc",
                "GET /v1/nothing HTTP/1.1" + KEY + "Content-Length: 10\r\n\r\nabc",
                "PRI * HTTP/2.0\r\n\r\nSM",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\1",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nGET / HTTP/1.1\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0\0\0\5\1\4\0\0\0\1"
            })
    void isNoFaultOfOurs(String said) throws Exception {
        try (var log = new StrangersInTheLog()) {
            isHeardOfByNobody(said);

            assertThat(log.lines()).isEmpty();
        }
    }

    private static void isHeardOfByNobody(String said) throws Exception {
        for (var i = 0; i < 20; i++) {
            var client = new RawConnection();
            client.say(said);
            client.reset();
        }
        // Whoever comes afterwards on every loop is answered: by then the resets have been seen.
        for (var i = 0; i < 20; i++) {
            assertThat(RawConnection.answerAndEnd(
                            "GET /q/health/live HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
