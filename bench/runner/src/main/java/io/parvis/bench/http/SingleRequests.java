package io.parvis.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** One request after the other, where the request's own cost is not what is measured. */
final class SingleRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Supplier<String> authorization;

    SingleRequests(int port, Supplier<String> authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        return parse(text(method, path, body));
    }

    /** @throws IllegalStateException where it is answered with a problem */
    String text(String method, String path, String body) throws IOException, InterruptedException {
        var answer = exchange(method, path, body, "");
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(method + " " + path + " was answered " + answer.body());
        }
        return answer.body();
    }

    /** @param mark a position to have been seen; empty for none */
    HttpResponse<String> exchange(String method, String path, String body, String mark)
            throws IOException, InterruptedException {
        return http.send(request(method, path, body, mark), BodyHandlers.ofString());
    }

    /** Asks, and leaves once the answer begins. */
    int begins(String path) throws IOException, InterruptedException {
        var answer = http.send(request("GET", path, "", ""), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return body.read();
        }
    }

    /** @return how many bytes */
    long saved(String path, Path file) throws IOException, InterruptedException {
        return Files.size(http.send(request("GET", path, "", ""), BodyHandlers.ofFile(file))
                .body());
    }

    private HttpRequest request(String method, String path, String body, String mark) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization.get())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return (mark.isEmpty() ? request : request.header("Parvis-Position", mark)).build();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
