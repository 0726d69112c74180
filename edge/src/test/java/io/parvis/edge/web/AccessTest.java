package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for an operation is decided before anything of the request's body is read. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class AccessTest {

    private static final String THINGS = "/v1/brands/b1/things";

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"\"}", "{\"name\":", "[]", "null", "{\"nome\":1}", ""})
    void missesTheRoleBeforeItSeesTheBody(String body) {
        Api.as(TestCallers.on("b1", "analyst"))
                .body(body)
                .post(THINGS)
                .then()
                .statusCode(403)
                .body("type", endsWith("/role-missing"));
    }

    @Test
    void hidesTheBrandBeforeItSeesTheBody() {
        Api.as(TestCallers.on("b2", "editor"))
                .body("{\"name\":")
                .post(THINGS)
                .then()
                .statusCode(404)
                .body("type", endsWith("/brand-not-found"));
    }

    @Test
    void missesTheRoleBeforeItSeesWhatElseIsWrong() {
        Api.as(TestCallers.on("b1", "analyst"))
                .header("Idempotency-Key", "a key with blanks")
                .header("If-Match", "nonsense")
                .body("{}")
                .put(THINGS + "/t1")
                .then()
                .statusCode(403);
    }

    @Test
    void doesNotWaitForTheBodyOfWhoeverMayNot() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(1_000_000).getBytes(StandardCharsets.US_ASCII));

            assertThat(statusLine(socket)).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void answersTheNextRequestOfWhoeverMightNotSendTheOneBefore() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var next = "GET /v1/public/who HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write((head(100_000) + "x".repeat(100_000) + next).getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("HTTP/1.1 200 OK")
                    .endsWith("\"brands\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "of-two-minds", "of-no-brand"})
    void letsNobodyAskForWhatDoesNotSayWhoMay(String operation) {
        Api.asEveryone()
                .get("/v1/careless/" + operation)
                .then()
                .statusCode(403)
                .body("type", endsWith("/role-missing"));
    }

    private static String head(int length) {
        return "POST " + THINGS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + TestCallers.on("b1", "analyst")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String statusLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }
}
