package io.parvis.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, and in which form; what is refused is asked on a whole gateway. */
class RequestReaderTest {

    private final RequestReader reader = new RequestReader(new RequestLimits(60, 100), new PipelinedRequests());
    private final StringBuilder passed = new StringBuilder();

    @Test
    void writesAHeadAnew() throws MalformedRequest {
        read("POST /a HTTP/1.1\r\nhost:\t g \t\r\nX:\r\nContent-Length:007\r\nUpgrade: h2c\r\n\r\n1234567");

        assertThat(passed).hasToString("POST /a HTTP/1.1\r\nhost: g\r\nX: \r\nContent-Length: 7\r\n\r\n1234567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close | Connection: close",
                "Upgrade, HTTP2-Settings, close | Connection: close",
                "keep-alive, Close | Connection: Close",
                "a ,, b | Connection: a/Connection: b",
                "upgrade | ''",
                "keep-alive, x | Connection: keep-alive/Connection: x"
            })
    void tellsOptionsOfConnectionsOneByOne(String options, String told) throws MalformedRequest {
        read("GET / HTTP/1.1\r\nHost: g\r\nConnection: " + options + "\r\n\r\n");

        assertThat(passed.substring(passed.indexOf("g\r\n") + 3).replace("\r\n", "/"))
                .isEqualTo(told + (told.isEmpty() ? "/" : "//"));
    }

    @Test
    void passesChunksWithoutWhatIsSaidBesideThem() throws MalformedRequest {
        read("POST / HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: CHUNKED\r\n\r\n"
                + "0A;x=\"y\"\r\n0123456789\r\n1\r\n\n\r\n000;z\r\nX: y\r\n\r\nGET /b HTTP/1.0\r\n\r\n");

        assertThat(passed.substring(passed.indexOf("\r\n\r\n") + 4))
                .isEqualTo("b\r\n0123456789\n\r\n0\r\n\r\nGET /b HTTP/1.0\r\n\r\n");
    }

    @Test
    void passesNothingOfAHeadThatIsNotWhole() throws MalformedRequest {
        read("GET / HTTP/1.1\r\nHost: g\r\n\r");

        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /234567890123456789012345678901234567890123456789 HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\n"
                        + "Host: g\r\n"
                        + "X: 4567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234\r\n\r\n"
            })
    void knowsHowLongThingsMayBe(String request) {
        assertThatThrownBy(() -> read(request)).isInstanceOf(MalformedRequest.class);
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void readsTheSameWhateverPartsItComesIn(int size) throws MalformedRequest {
        var request =
                "POST /a HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n0\r\nX: y\r\n\r\n";
        for (var i = 0; i < request.length(); i += size) {
            read(request.substring(i, Math.min(request.length(), i + size)));
        }

        assertThat(passed.toString().replaceAll("\r\n[1-3]\r\n([abc]+)", "$1").replace("\r\n0\r\n", ""))
                .isEqualTo("POST /a HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\nabc\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\n", "GET / HTTP/1.1\r", "GET /\r HTTP/1.1\r\n"})
    void takesNoOtherEndOfALineInWhateverParts(String line) {
        assertThatThrownBy(() -> {
                    for (var letter : (line + "Host: g\r\n").toCharArray()) {
                        read(String.valueOf(letter));
                    }
                })
                .isInstanceOf(MalformedRequest.class);
    }

    @Test
    void letsNobodyStayWhoSpeaksHttp10() throws MalformedRequest {
        read("GET / HTTP/1.0\r\nConnection: Keep-Alive, x\r\n\r\n");

        assertThat(passed).hasToString("GET / HTTP/1.0\r\nConnection: x\r\n\r\n");
    }

    @Test
    void makesOneOfChunksThatComeTogether() throws MalformedRequest {
        read("POST / HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n" + "1\r\nx\r\n".repeat(1_000)
                + "5\r\nab");

        assertThat(passed.substring(passed.indexOf("\r\n\r\n") + 4))
                .isEqualTo("3ea\r\n" + "x".repeat(1_000) + "ab\r\n");
    }

    /** As it is written: what grows on the way must not be too long for those behind. */
    @ParameterizedTest
    @ValueSource(strings = {"a:b\r\n", "a:\r\n", "Connection: a,b\r\n", "Connection:a,,,b\r\n", "a:       b\r\n"})
    void countsAHeadAsItIsWritten(String fields) throws MalformedRequest {
        for (var times = 0; times < 30; times++) {
            passed.setLength(0);
            var reader = new RequestReader(new RequestLimits(60, 100), new PipelinedRequests());
            try {
                reader.read(
                        Unpooled.wrappedBuffer(
                                ("GET / HTTP/1.1\r\nHost: g\r\n" + fields.repeat(times) + "\r\n").getBytes(ISO_8859_1)),
                        bytes -> passed.append(bytes.toString(ISO_8859_1)));
            } catch (MalformedRequest why) {
                assertThat(why.status()).isEqualTo(431);
                return;
            }
            assertThat(passed.length() - "GET / HTTP/1.1\r\n\r\n".length()).isLessThanOrEqualTo(100);
        }
        throw new AssertionError("There is no limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a",
                "Connection: a,a,a,a,a,a,a,a\r\nconnection:b,b,b,b,b,b,b,b,b"
            })
    void takesOnlySoManyOptionsOfAConnection(String fields) {
        var reader = new RequestReader(new RequestLimits(60, 1_000), new PipelinedRequests());

        assertThatThrownBy(() -> reader.read(
                        Unpooled.wrappedBuffer(
                                ("GET / HTTP/1.1\r\nHost: g\r\n" + fields + "\r\n\r\n").getBytes(ISO_8859_1)),
                        bytes -> {}))
                .hasMessage("Connection has more than 16 options.");
    }

    @Test
    void takesWhatIsJustShortEnough() throws MalformedRequest {
        read("GET /" + "x".repeat(46) + " HTTP/1.1\r\nHost: g\r\nX: " + "y".repeat(86) + "\r\n\r\n");

        assertThat(passed).isNotEmpty();
    }

    private void read(String text) throws MalformedRequest {
        reader.read(
                Unpooled.wrappedBuffer(text.getBytes(ISO_8859_1)), bytes -> passed.append(bytes.toString(ISO_8859_1)));
    }
}
