package io.parvis.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A caller of the suite: through the gateway, with an API key or without, knowing nothing but the API. */
final class SuiteClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String apiKey;

    SuiteClient(String url, String apiKey) {
        this.url = url;
        this.apiKey = apiKey;
    }

    /** Somebody without a key. */
    static SuiteClient anybody(String url) {
        return new SuiteClient(url, "");
    }

    /** An answer; its body as JSON where there is any. */
    record Answer(int status, JsonNode body, String position, Map<String, String> headers) {

        String text(String field) {
            return body.path(field).asText();
        }

        /** The last segment of a problem's type. */
        String problem() {
            return text("type").replaceFirst(".*/", "");
        }
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), headers);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** As it comes. */
    String text(String path) {
        try {
            return http.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofString())
                    .body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** @param headers names and values in turn */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        try {
            var answer = http.send(request(method, path, body, headers), BodyHandlers.ofString());
            return answer(answer);
        } catch (IOException unreachable) {
            return new Answer(0, JSON.nullNode(), "", Map.of());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(5))
                .method(method, body);
        var all = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!apiKey.isEmpty()) {
            all.put("X-API-Key", apiKey);
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        all.forEach(request::header);
        return request.build();
    }

    private static Answer answer(HttpResponse<String> answer) {
        var headers = new HashMap<String, String>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? JSON.nullNode() : parse(answer.body()),
                headers.getOrDefault("parvis-position", ""),
                headers);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
