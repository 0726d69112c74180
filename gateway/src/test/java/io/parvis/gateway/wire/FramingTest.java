package io.parvis.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The known ways to let two servers disagree where a request ends, one by one. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class FramingTest {

    private static final String PATH = "/v1/public/contests/c";
    /** {@code quarkus.http.limits.max-header-size} */
    private static final int HEAD = 20 * 1024;

    private static final String HIDDEN = "GET /v1/public/contests/hidden HTTP/1.1\r\nHost: g\r\n\r\n";

    Stubs stubs;

    static Stream<Arguments> malformed() {
        return Stream.concat(malformedHeads(), malformedBodies());
    }

    private static Stream<Arguments> malformedHeads() {
        return Stream.of(
                // The length told twice, or in a version that does not know it.
                head("1.0", 400, "Content-Length: 1", "Transfer-Encoding: chunked"),
                head("1.1", 400, "Content-Length: 1", "Transfer-Encoding: chunked"),
                head("1.1", 400, "Transfer-Encoding: chunked", "Content-Length: 1"),
                head("1.1", 400, "Content-Length: 0", "transfer-encoding: chunked"),
                head("1.1", 400, "Content-Length: 1", "Transfer-Encoding: identity"),
                head("1.0", 400, "Transfer-Encoding: chunked"),
                head("1.0", 400, "Connection: keep-alive", "Transfer-Encoding: chunked"),
                // Codings.
                head("1.1", 501, "Transfer-Encoding: xchunked"),
                head("1.1", 501, "Transfer-Encoding: chunkedx"),
                head("1.1", 501, "Transfer-Encoding: gzip, chunked"),
                head("1.1", 501, "Transfer-Encoding: chunked, identity"),
                head("1.1", 501, "Transfer-Encoding: identity, chunked"),
                head("1.1", 501, "Transfer-Encoding: chunked, chunked"),
                head("1.1", 501, "Transfer-Encoding: identity"),
                head("1.1", 501, "Transfer-Encoding: \"chunked\""),
                head("1.1", 501, "Transfer-Encoding: chunked;q=1"),
                head("1.1", 501, "Transfer-Encoding: ,chunked"),
                head("1.1", 501, "Transfer-Encoding: chunked,"),
                head("1.1", 501, "Transfer-Encoding: chun ked"),
                head("1.1", 501, "Transfer-Encoding:"),
                head("1.1", 501, "Transfer-Encoding: \u00a0chunked"),
                head("1.1", 400, "Transfer-Encoding: \u000bchunked"),
                head("1.1", 400, "Transfer-Encoding: chunked\u0000"),
                head("1.1", 400, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
                head("1.1", 400, "Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
                head("1.1", 400, "Transfer-Encoding: identity", "TRANSFER-ENCODING: chunked"),
                head("1.1", 400, "Transfer-Encoding : chunked"),
                head("1.1", 400, "Transfer-Encoding\t: chunked"),
                head("1.1", 400, " Transfer-Encoding: chunked"),
                head("1.1", 400, "Transfer-Encoding\u0000: chunked"),
                head("1.1", 400, "\u00a0Transfer-Encoding: chunked"),
                head("1.1", 400, "X: y\rTransfer-Encoding: chunked"),
                head("1.1", 400, "X: y\nTransfer-Encoding: chunked"),
                // Lengths.
                head("1.1", 400, "Content-Length: 3", "Content-Length: 3"),
                head("1.1", 400, "Content-Length: 3", "Content-Length: 5"),
                head("1.1", 400, "Content-Length: 3, 3"),
                head("1.1", 400, "Content-Length: 3,5"),
                head("1.1", 400, "Content-Length: +3"),
                head("1.1", 400, "Content-Length: -3"),
                head("1.1", 400, "Content-Length: 1 0"),
                head("1.1", 400, "Content-Length: 1_0"),
                head("1.1", 400, "Content-Length: 0x3"),
                head("1.1", 400, "Content-Length: 3.0"),
                head("1.1", 400, "Content-Length: 3;q=1"),
                head("1.1", 400, "Content-Length: \"3\""),
                head("1.1", 400, "Content-Length: a"),
                head("1.1", 400, "Content-Length:"),
                head("1.1", 400, "Content-Length: \u0663"),
                head("1.1", 400, "Content-Length: 99999999999999999999"),
                head("1.1", 400, "Content-Length: 18446744073709551619"),
                head("1.1", 400, "Content-Length : 3"),
                head("1.1", 400, "Content-Length: 3\u0000"),
                head("1.1", 400, "Content-Length: \u000c3"),
                // Lines.
                head("1.1", 400, "X: y", " folded: z"),
                head("1.1", 400, "X: y", "\tfolded"),
                head("1.1", 400, "Content-Length:", " 3"),
                head("1.1", 400, "no colon"),
                head("1.1", 400, ": no name"),
                head("1.1", 400, "a b: c"),
                head("1.1", 400, "a(b): c"),
                head("1.1", 400, "a\u007fb: c"),
                head("1.1", 400, "\u00e9: c"),
                head("1.1", 400, "X: a\u0000b"),
                head("1.1", 400, "X: a\u0001b"),
                head("1.1", 400, "X: a\u001bb"),
                head("1.1", 400, "X: a\u007fb"),
                head("1.1", 400, "X: a\rb"),
                head("1.1", 431, "X: " + "y".repeat(21 * 1024)),
                head("1.1", 431, ("a:b\r\n").repeat(HEAD / 6) + "a:b"),
                head("1.1", 431, "X: " + "y".repeat(HEAD - 10)),
                head("1.1", 400, "Connection: " + "a,".repeat(17)),
                head("1.1", 400, ("Connection: a, b\r\n").repeat(8) + "Connection: c"),
                // Hosts.
                raw(400, "GET " + PATH + " HTTP/1.1\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: g\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: g\r\nhost: h\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.0\r\nHost: g\r\nHost: g\r\n\r\n"),
                host(""),
                host("a b"),
                host("a,b"),
                host("a/b"),
                host("a@b"),
                host("a:b"),
                host("a:80:80"),
                host("a:99999"),
                host("a:"),
                host("http://a"),
                host("[::1"),
                host("[a.b.c]"),
                host("a\u0000"),
                host("\u00e9"),
                host("a#b"),
                host("a?b"),
                host("a\\b"),
                raw(400, "GET http://other" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET http://g:81" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET http://u@g" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET http://" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET ftp://g" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET g" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET * HTTP/1.1\r\nHost: g\r\n\r\n"),
                // Request lines.
                raw(400, "GET  " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + "  HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1 \r\nHost: g\r\n\r\n"),
                raw(400, " GET " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET\t" + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + "\tHTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET\u000b" + PATH + "\u000bHTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " x HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + "\u0001 HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + "\u00e9 HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "\u0000GET " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "\u0016\u0003\u0001" + PATH + "\r\n\r\n"),
                raw(400, "GET " + PATH + "\r\n"),
                raw(400, "GET\r\n\r\n"),
                raw(400, "\r\n\r\n\r\nGET " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "\nGET " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " http/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/11\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/01.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " ICAP/1.0\r\nHost: g\r\n\r\n"),
                raw(505, "GET " + PATH + " HTTP/0.9\r\nHost: g\r\n\r\n"),
                raw(505, "GET " + PATH + " HTTP/1.2\r\nHost: g\r\n\r\n"),
                raw(505, "GET " + PATH + " HTTP/2.0\r\nHost: g\r\n\r\n"),
                raw(505, "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n"),
                raw(400, "G(T " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(414, "GET /" + "x".repeat(17 * 1024) + " HTTP/1.1\r\nHost: g\r\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\nHost: g\n\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: g\n\r\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: g\r\n\n"),
                raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: g\r\n\rX"),
                raw(400, "GET " + PATH + " HTTP/1.1\rHost: g\r\r"),
                head("1.1", 400, "Expect: 100-continue", "Expect: 100-continue"));
    }

    private static Stream<Arguments> malformedBodies() {
        return Stream.of(
                chunks("zz\r\nabc\r\n0\r\n\r\n"),
                chunks("\r\n"),
                chunks("-3\r\nabc\r\n0\r\n\r\n"),
                chunks("+3\r\nabc\r\n0\r\n\r\n"),
                chunks("0x3\r\nabc\r\n0\r\n\r\n"),
                chunks(" 3\r\nabc\r\n0\r\n\r\n"),
                chunks("3 \r\nabc\r\n0\r\n\r\n"),
                chunks("3 ;a\r\nabc\r\n0\r\n\r\n"),
                chunks("3\t\r\nabc\r\n0\r\n\r\n"),
                chunks("3\u0000\r\nabc\r\n0\r\n\r\n"),
                chunks("3_0\r\nabc\r\n0\r\n\r\n"),
                chunks("3\nabc\r\n0\r\n\r\n"),
                chunks("3\rabc\r\n0\r\n\r\n"),
                chunks("3;a\nabc\r\n0\r\n\r\n"),
                chunks("3;a\u0001\r\nabc\r\n0\r\n\r\n"),
                chunks("3;" + "a".repeat(300) + "\r\nabc\r\n0\r\n\r\n"),
                chunks("3\r\nabc0\r\n\r\n"),
                chunks("3\r\nabcXX0\r\n\r\n"),
                chunks("3\r\nabcd\r\n0\r\n\r\n"),
                chunks("3\r\nabc\n0\r\n\r\n"),
                chunks("3\r\nabc\r0\r\n\r\n"),
                chunks("80000000\r\nabc\r\n0\r\n\r\n"),
                chunks("ffffffffffffffff\r\nabc\r\n0\r\n\r\n"),
                chunks("100000000000000003\r\nabc\r\n0\r\n\r\n"),
                chunks("3\r\nabc\r\n0\r\nbad trailer\r\n\r\n"),
                chunks("3\r\nabc\r\n0\r\nX : y\r\n\r\n"),
                chunks("3\r\nabc\r\n0\r\nX: y\r\n z\r\n\r\n"),
                chunks("3\r\nabc\r\n0\r\nX: y\u0000\r\n\r\n"),
                chunks("3\r\nabc\r\n0\n\r\n"),
                chunks("3\r\nabc\r\n0\r\n\n"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("malformed")
    void refusesWhatCanBeReadInTwoWaysAndReadsNoFurther(String request, int status) throws Exception {
        var before = stubs.engagement().asked();

        var answer = RawConnection.answerAndEnd(request + HIDDEN);

        var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("connection: close");
        assertThat(head).containsIgnoringCase("content-type: application/problem+json");
        assertThat(new JsonObject(answer.substring(head.length() + 4)).getInteger("status"))
                .isEqualTo(status);
        theNextCallerGetsAnAnswerOfItsOwn();
        // Of a broken body the service has heard the beginning.
        var broken = request.contains("X-API-Key") ? 1 : 0;
        assertThat(stubs.engagement().asked() - before).isBetween(1L, 1L + broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: Chunked",
                "transfer-encoding:CHUNKED",
                "Transfer-Encoding: \t chunked \t "
            })
    void takesOneChunkedInWhateverCase(String coding) throws Exception {
        try (var connection = new RawConnection()) {
            connection.say(post(coding) + "3;a=\"b c\";d\r\nabc\r\n0005\r\nde\r\nf\r\n0\r\nX-Secret: trailer\r\n\r\n"
                    + "\r\nGET " + PATH + "/next HTTP/1.1\r\nHost: g\r\n\r\n");
            var first = new JsonObject(connection.hear().body());
            var second = new JsonObject(connection.hear().body());

            assertThat(first.getString("body")).isEqualTo("abcde\r\nf");
            assertThat(first.getJsonObject("headers").fieldNames()).doesNotContain("x-secret", "trailer");
            assertThat(second.getString("uri")).isEqualTo(PATH + "/next");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + PATH + " HTTP/1.0\r\nConnection: close\r\n\r\n",
                "GET " + PATH + " HTTP/1.1\r\nHost:g:8080\r\nConnection: close\r\n\r\n",
                "GET " + PATH + " HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n",
                "GET http://G:80" + PATH + " HTTP/1.1\r\nHost: g:80\r\nConnection: close\r\n\r\n",
                "POST " + PATH + " HTTP/1.1\r\nHost: g\r\nContent-Length: 003\r\nConnection: close\r\n\r\nabc",
                "POST " + PATH + " HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "POST " + PATH + " HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc",
                "GET " + PATH + " HTTP/1.1\r\nHost: g\r\nX: caf\u00e9\tau lait\r\nConnection: close\r\n\r\n",
                "GET " + PATH + " HTTP/1.1\r\nHost: g\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
                        + "Connection: Upgrade, HTTP2-Settings, close\r\n\r\n",
                "GET " + PATH + " HTTP/1.1\r\nHost: g\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n"
            })
    void takesWhatCanBeReadInOneWay(String request) throws Exception {
        assertThat(RawConnection.answerAndEnd(request))
                .matches("(?s)HTTP/1.[01] 200 OK\r\n.*")
                .contains(PATH);
    }

    /** Every one that is as long as a head may be; nobody behind the wire counts more than it does. */
    static Stream<String> longestHeads() {
        var host = "Host: g\r\n".length();
        return Stream.of(
                "X: " + "y".repeat(HEAD - host - 5),
                "X:" + "y".repeat(HEAD - host - 5),
                ("a:b\r\n").repeat((HEAD - host) / 6 - 1) + "a:b",
                "X:" + "y".repeat(HEAD - host - 5 - 16 * 15) + "\r\nConnection:" + "a,".repeat(16));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longestHeads")
    void takesTheLongestHeadToTheService(String fields) throws Exception {
        try (var connection = new RawConnection()) {
            connection.say("GET " + PATH + " HTTP/1.1\r\nHost: g\r\n" + fields + "\r\n\r\n");

            var answer = connection.hear();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(new JsonObject(answer.body()).getString("uri")).isEqualTo(PATH);
        }
    }

    @Test
    void takesTheLongestLineToTheService() throws Exception {
        var line = "GET " + PATH + "/" + "x".repeat(16_384 - "GET / HTTP/1.1".length() - PATH.length()) + " HTTP/1.1";
        try (var connection = new RawConnection()) {
            connection.say(line + "\r\nHost: g\r\n\r\n");

            assertThat(connection.hear().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_b",
                "~",
                "-",
                ".",
                "..",
                "1.2.3.4.5",
                "999.1.1.1",
                "01.2.3.4",
                "1.2.3.4:0",
                "g:00080",
                "g:65535",
                "[::1]",
                "[::ffff:1.2.3.4]",
                "[2001:DB8::1]:443",
                "[::]"
            })
    void takesAHostThatTheWireTakesEverywhere(String host) throws Exception {
        for (var path : List.of(PATH, "/q/health/live", "/openapi.json")) {
            try (var connection = new RawConnection()) {
                connection.say("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

                assertThat(connection.hearToTheEnd()).as(path).startsWith("HTTP/1.1 200");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep-alive", "Keep-Alive, x", "close", "x"})
    void endsAnAnswerWithoutALengthInHttp10ByClosing(String options) throws Exception {
        var answer = RawConnection.answerAndEnd(
                "GET " + PATH + "?stub=without-length HTTP/1.0\r\nConnection: " + options + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.0 200")
                .doesNotContainIgnoringCase("chunked")
                .doesNotContainIgnoringCase("keep-alive")
                .endsWith("\r\n\r\nall of it");
    }

    @Test
    void answersWhatCameBeforeAndThenRefuses() throws Exception {
        var answer = RawConnection.answerAndEnd(
                "GET " + PATH + "/1 HTTP/1.1\r\nHost: g\r\n\r\n" + "GET " + PATH + "/2 HTTP/1.1\r\n\r\n" + HIDDEN);

        assertThat(statuses(answer)).containsExactly(200, 400);
        assertThat(answer).contains(PATH + "/1").doesNotContain("hidden");
    }

    @Test
    void queuesOnlySoManyRequestsBehindOneThatHangs() throws Exception {
        try (var connection = new RawConnection()) {
            connection.say("GET " + PATH + "?stub=hang HTTP/1.1\r\nHost: g\r\n\r\n");
            connection.say(("GET " + PATH + " HTTP/1.1\r\nHost: g\r\n\r\n").repeat(64));

            assertThat(statuses(connection.hearToTheEnd()))
                    .hasSize(65)
                    .startsWith(504, 200)
                    .endsWith(200, 429);
        }
    }

    @Test
    void readsARequestThatComesInSingleBytes() throws Exception {
        try (var connection = new RawConnection()) {
            for (var letter : (post("Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n").toCharArray()) {
                connection.say(String.valueOf(letter));
            }

            assertThat(new JsonObject(connection.hear().body()).getString("body"))
                    .isEqualTo("abc");
        }
    }

    private static List<Integer> statuses(String answers) {
        return Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ")
                .matcher(answers)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }

    private static void theNextCallerGetsAnAnswerOfItsOwn() throws Exception {
        try (var next = new RawConnection()) {
            next.say("GET " + PATH + "/own HTTP/1.1\r\nHost: g\r\n\r\n");

            assertThat(new JsonObject(next.hear().body()).getString("uri")).isEqualTo(PATH + "/own");
        }
    }

    private static Arguments head(String version, int status, String... fields) {
        return raw(
                status,
                "POST " + PATH + " HTTP/" + version + "\r\nHost: g\r\n" + String.join("\r\n", fields)
                        + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    }

    private static Arguments host(String value) {
        return raw(400, "GET " + PATH + " HTTP/1.1\r\nHost: " + value + "\r\n\r\n");
    }

    private static Arguments chunks(String body) {
        return raw(400, post("Transfer-Encoding: chunked") + body);
    }

    private static Arguments raw(int status, String request) {
        return Arguments.of(request, status);
    }

    private static String post(String field) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: g\r\nX-API-Key: " + TestKeys.EVERYTHING + "\r\n" + field
                + "\r\n\r\n";
    }
}
