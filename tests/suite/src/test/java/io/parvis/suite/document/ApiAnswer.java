package io.parvis.suite.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What came back; status 0 where nothing did. */
record ApiAnswer(int status, Map<String, String> headers, byte[] body, Duration took) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Without its parameters. */
    String mediaType() {
        return header("content-type").replaceFirst(";.*", "").strip();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean succeeded() {
        return status >= 200 && status < 400;
    }
}
