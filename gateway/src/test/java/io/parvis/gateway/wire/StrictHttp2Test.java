package io.parvis.gateway.wire;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.gateway.testing.Stubs;
import io.parvis.gateway.testing.SuiteAround;
import io.parvis.gateway.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(SuiteAround.class)
class StrictHttp2Test {

    private static final String PATH = "/v1/public/contests/c";
    private static final List<Map.Entry<String, String>> GET = get(PATH);

    Stubs stubs;

    static Stream<List<Map.Entry<String, String>>> malformed() {
        return Stream.of(
                with("x", "a\u0000b"),
                with("x", "a\rb"),
                with("x", "a\nb"),
                with("x", "a\r\nERROR forged: line"),
                with("x", "a\u0001b"),
                with("x", "a\u007fb"),
                with("x", " a"),
                with("x", "a\t"),
                with("a:b", "c"),
                with("a b", "c"),
                with("a\r\nb", "c"),
                with("a\u0000", "c"),
                with("Upper", "c"),
                with("\u00e9", "c"),
                with("", "c"),
                with(":", "c"),
                with(":unknown", "c"),
                with(":status", "200"),
                with(":protocol", "websocket"),
                with(":path", "/v1/brands"),
                with(":method", "POST"),
                with("connection", "close"),
                with("proxy-connection", "close"),
                with("keep-alive", "1"),
                with("transfer-encoding", "chunked"),
                with("upgrade", "h2c"),
                with("http2-settings", "AAMAAABkAAQAAP__"),
                with("te", "gzip"),
                with("te", "trailers, gzip"),
                with("host", "other"),
                with("content-length", "-1"),
                with("content-length", "+1"),
                with("content-length", "1, 2"),
                with("content-length", "x"),
                without(":method"),
                without(":scheme"),
                without(":authority"),
                without(":path"),
                instead(":path", ""),
                instead(":path", "v1"),
                instead(":path", "*"),
                instead(":path", "/v1/brands HTTP/1.1\r\nX: y"),
                instead(":path", "http://g/v1"),
                instead(":method", "G T"),
                instead(":method", "GET / HTTP/1.1\r\nHost: g\r\n\r\n"),
                instead(":method", ""),
                instead(":method", "CONNECT"),
                instead(":scheme", "ftp"),
                instead(":scheme", "http://g/?"),
                instead(":authority", "a b"),
                instead(":authority", "u@g"),
                instead(":authority", "g\r\nX: y"),
                instead(":authority", ""));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("malformed")
    void resetsAStreamWhoseHeadersCannotBeSaidInHttp1(List<Map.Entry<String, String>> headers) throws Exception {
        var before = stubs.engagement().asked();
        try (var client = new RawHttp2()) {
            var refused = client.end(client.headers(true, headers));
            var next = client.end(client.headers(true, GET));

            assertThat(refused).isEqualTo(new RawHttp2.End(0, "", RawHttp2.PROTOCOL_ERROR));
            assertThat(next.status()).isEqualTo(200);
            assertThat(new JsonObject(next.body()).getString("uri")).isEqualTo(PATH);
        }
        assertThat(stubs.engagement().asked()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"5, abc, true", "2, abc, true", "5, abc, false", "2, abc, false"})
    void resetsAStreamWhoseBodyIsNotAsLongAsWasSaid(String length, String body, boolean endsWithData) throws Exception {
        try (var client = new RawHttp2()) {
            var stream = client.headers(false, with(instead(":method", "POST"), "content-length", length));
            client.data(stream, endsWithData, body);
            if (!endsWithData) {
                client.trailer(stream, "x", "y");
            }

            assertThat(client.end(stream).error()).isEqualTo(RawHttp2.PROTOCOL_ERROR);
        }
        given().get(PATH + "/own").then().statusCode(200).body("uri", equalTo(PATH + "/own"));
    }

    @Test
    void passesNoTrailerOn() throws Exception {
        try (var client = new RawHttp2()) {
            var stream = client.headers(false, instead(":method", "POST"));
            client.data(stream, false, "abc");
            client.trailer(stream, "authorization", "Bearer forged");
            var answer = new JsonObject(client.end(stream).body());

            assertThat(answer.getString("body")).isEqualTo("abc");
            assertThat(answer.getJsonObject("headers").fieldNames()).doesNotContain("authorization");
        }
    }

    @Test
    void losesNoConnectionToAServiceOverThreeHundredOfThem() throws Exception {
        for (var round = 0; round < 10; round++) {
            try (var client = new RawHttp2()) {
                for (var i = 0; i < 30; i++) {
                    client.headers(true, i % 2 == 0 ? with("x", "a\u0000b") : with("a:b", "c"));
                }
                assertThat(client.end(client.headers(true, GET)).status()).isEqualTo(200);
            }
        }
        for (var i = 0; i < 50; i++) {
            given().header("X-API-Key", TestKeys.EVERYTHING)
                    .get("/v1/brands/" + i)
                    .then()
                    .statusCode(200)
                    .body("uri", equalTo("/v1/brands/" + i));
        }
    }

    static List<Map.Entry<String, String>> get(String path) {
        return List.of(
                entry(":method", "GET"), entry(":scheme", "http"), entry(":authority", "g"), entry(":path", path));
    }

    private static List<Map.Entry<String, String>> with(String name, String value) {
        return with(GET, name, value);
    }

    private static List<Map.Entry<String, String>> with(
            List<Map.Entry<String, String>> headers, String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(entry(name, value));
        return more;
    }

    private static List<Map.Entry<String, String>> without(String name) {
        return GET.stream().filter(header -> !header.getKey().equals(name)).toList();
    }

    private static List<Map.Entry<String, String>> instead(String name, String value) {
        return GET.stream()
                .map(header -> header.getKey().equals(name) ? entry(name, value) : header)
                .toList();
    }
}
