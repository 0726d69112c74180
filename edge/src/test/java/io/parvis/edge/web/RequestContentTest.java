package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In what form content is taken: as it is, as the JSON that is read here, in UTF-8, and said so exactly. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class RequestContentTest {

    private static final String BODY = "{\"whole\":1}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/json ; charset=utf-8 ; profile=\"a;b\\\"c\"",
                "application/json;",
                "application/json; version=1"
            })
    void takesJson(String type) throws IOException {
        assertThat(post("Content-Type: " + type, bytes(BODY))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/jsonx",
                "application/json-patch+json",
                "application/x-ndjsonfoo",
                "xapplication/json",
                "application/problem+json",
                "application/json/x",
                "application/json x",
                "application/json, application/json",
                "application/json, text/plain",
                "application/json;charset",
                "application/json;charset=",
                "application/json;charset=iso-8859-1",
                "application/json;charset=utf-16",
                "application/json;charset=utf-8;charset=latin1",
                "application/json;charset=\"utf-8",
                "application /json",
                "application/",
                "/json",
                "json",
                "*/*",
                ";",
                ""
            })
    void refusesWhatIsNotQuiteJson(String type) throws IOException {
        assertThat(post("Content-Type: " + type, bytes(BODY)))
                .startsWith("HTTP/1.1 415 ")
                .contains("application/problem+json")
                .contains("/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Type: text/plain", "Content-Type: nonsense", "Content-Encoding: gzip", "X-None: none"})
    void readsNothingInWhateverFormat(String header) throws IOException {
        assertThat(post(header, new byte[0])).startsWith("HTTP/1.1 400 ").contains("it is empty");
    }

    @Test
    void refusesTwoTypes() throws IOException {
        assertThat(post("Content-Type: application/json\r\nContent-Type: text/plain", bytes(BODY)))
                .startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "x-gzip", "deflate", "br", "zstd", "identity, gzip", "gzip, identity", "foo"})
    void refusesPackedContentAndSaysWhatItTakes(String coding) throws IOException {
        var answer = post("Content-Type: application/json\r\nContent-Encoding: " + coding, gzip(bytes(BODY)));

        assertThat(answer)
                .startsWith("HTTP/1.1 415 ")
                .containsIgnoringCase("\r\naccept-encoding: identity\r\n")
                .contains("/unsupported-media-type");
    }

    @Test
    void takesContentThatIsSaidToBeAsItIs() throws IOException {
        assertThat(post("Content-Type: application/json\r\nContent-Encoding: identity", bytes(BODY)))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void readsTheNextRequestAfterOneThatItDidNot() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var refused =
                    "POST /v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n"
                            + "x".repeat(100_000);
            var next = "GET /v1/public/who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(bytes(refused + next));

            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers)
                    .startsWith("HTTP/1.1 415 ")
                    .contains("HTTP/1.1 200 OK")
                    .endsWith("\"nobody\",\"brands\":[]}");
        }
    }

    @Test
    void ignoresAByteOrderMark() {
        Api.asEveryone()
                .body(bytes("\uFEFF" + BODY))
                .post("/v1/echo")
                .then()
                .statusCode(200)
                .body("whole", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF\uFEFF{}", " \uFEFF{}", "{\uFEFF}", "{}\uFEFF"})
    void takesAByteOrderMarkForNothingElse(String body) {
        Api.asEveryone()
                .body(bytes(body))
                .post("/v1/echo")
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));
    }

    @Test
    void refusesOtherEncodingsOfUnicode() {
        Api.asEveryone()
                .body(("\uFEFF" + BODY).getBytes(StandardCharsets.UTF_16BE))
                .post("/v1/echo")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("UTF-8"));
    }

    private static String post(String headers, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head = "POST /v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                    + TestCallers.everywhere("ops") + "\r\n" + headers + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            socket.getOutputStream().write(bytes(head));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
