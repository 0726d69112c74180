package io.parvis.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.Api;
import io.parvis.edge.testing.ParvisService;
import io.parvis.edge.testing.TestCallers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisService.class)
class ClientsThatLeaveTest {

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(recorder);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(recorder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/echo", "/v1/brands/b-1/things", "/v1/nothing", "/q/health"})
    void areNoFaultOfOurs(String path) throws Exception {
        for (var i = 0; i < 40; i++) {
            leave(
                    path,
                    i % 2 == 0
                            ? "Content-Length: 100\r\n\r\n{\"name\":"
                            : "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"n");
        }
        for (var i = 0; i < 20; i++) {
            Api.asEveryone().get("/v1/public/who").then().statusCode(200);
        }

        assertThat(errors).isEmpty();
    }

    private static void leave(String path, String body) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: s\r\nContent-Type: application/json\r\nAuthorization: "
                                    + TestCallers.everywhere("ops", "admin") + "\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            // An answer that comes first, if any does.
            socket.setSoTimeout(20);
            try {
                socket.getInputStream().read();
            } catch (SocketTimeoutException silence) {
                socket.setSoLinger(true, 0);
            }
        }
    }
}
