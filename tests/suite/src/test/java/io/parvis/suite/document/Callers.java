package io.parvis.suite.document;

import io.parvis.launcher.ParvisUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those who call the suite, each with a role of its own, and one with none. */
record Callers(HttpClient http, String url, Map<String, String> keys) {

    /** The one that may do everything. */
    static final String ALL = "all";

    static final String NOBODY = "nobody";

    static final List<String> ROLES =
            List.of(ALL, "ops", "admin", "editor", "approver", "moderator", "analyst", "partner", NOBODY);

    /** Longer than the suite itself waits for anything. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    static Callers of(ParvisUnderTest parvis) {
        var keys = new HashMap<>(Map.of(ALL, parvis.apiKey()));
        ROLES.stream()
                .filter(role -> !role.equals(ALL) && !role.equals(NOBODY))
                .forEach(role -> keys.put(role, parvis.apiKey(role)));
        return of(parvis.url(), keys);
    }

    static Callers of(String url, Map<String, String> keys) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new Callers(http, url, keys);
    }

    ApiAnswer send(ApiRequest request) {
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        var sent = HttpRequest.newBuilder(URI.create(url + request.target()))
                .timeout(TIMEOUT)
                .method(request.operation().method(), body);
        request.headers().forEach(sent::header);
        if (keys.containsKey(request.role())) {
            sent.header("X-API-Key", keys.get(request.role()));
        }
        var began = System.nanoTime();
        try {
            var answer = http.send(sent.build(), BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new ApiAnswer(answer.statusCode(), headers, answer.body(), since(began));
        } catch (IOException broken) {
            return new ApiAnswer(
                    0,
                    Map.of(),
                    String.valueOf(broken).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    since(began));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
