package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.ParvisService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service reads as strictly as the gateway before it: neither can be made to see another request than the other. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class MalformedRequestsTest {

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(400, "GET /v1/me HTTP/1.1\r\n\r\n"),
                Arguments.of(400, "GET /v1/me HTTP/1.1\r\nHost: s\r\nHost: s\r\n\r\n"),
                Arguments.of(400, "GET /v1/me HTTP/1.1\r\nHost: s\r\nX: a\u0000b\r\n\r\n"),
                Arguments.of(
                        400,
                        "POST /v1/me HTTP/1.0\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(414, "GET /" + "x".repeat(70_000) + " HTTP/1.1\r\nHost: s\r\n\r\n"),
                Arguments.of(431, "GET /v1/me HTTP/1.1\r\nHost: s\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"),
                Arguments.of(501, "POST /v1/me HTTP/1.1\r\nHost: s\r\nTransfer-Encoding: xchunked\r\n\r\n"),
                Arguments.of(505, "GET /v1/me HTTP/3.0\r\nHost: s\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void areRefusedWithAProblemAndReadNoFurther(int status, String request) throws IOException {
        var answer = answerAndEnd(request + "GET /v1/public/who HTTP/1.1\r\nHost: s\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("cache-control: private, no-store")
                .contains("\"status\":" + status)
                .doesNotContainPattern("(?s)HTTP/1.1 [0-9]{3} .*HTTP/1.1 [0-9]{3} ");
    }

    private static String answerAndEnd(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
