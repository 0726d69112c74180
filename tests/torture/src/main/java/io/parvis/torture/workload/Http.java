package io.parvis.torture.workload;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Outcome;
import io.parvis.torture.history.Outcome.Refused;
import io.parvis.torture.history.Outcome.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sends requests, and turns whatever happens into an attempt. */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** A request as it is repeated: the same by every way. */
    record Request(
            Kind kind,
            String method,
            String path,
            Object body,
            @Nullable String onceKey) {}

    /** W3C trace id. */
    static String trace(RandomGenerator random) {
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }

    Attempt attempt(Door door, Request request, String trace, Duration patience) {
        var invoked = System.nanoTime();
        var outcome = outcome(door, request, trace, patience);
        return new Attempt(trace, door.name(), invoked, System.nanoTime(), outcome);
    }

    private Outcome outcome(Door door, Request request, String trace, Duration patience) {
        var text = Answers.text(request.body());
        var building = building(door, request.path(), trace, patience, "application/json")
                .method(request.method(), BodyPublishers.ofString(text));
        if (request.onceKey() != null) {
            building.header("Idempotency-Key", request.onceKey());
        }
        try {
            return Answers.outcome(request.kind(), client.send(building.build(), BodyHandlers.ofString()));
        } catch (ConnectException nobody) {
            return new Refused(0, "not-connected");
        } catch (IOException broken) {
            return new Unknown(broken.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Unknown("interrupted");
        }
    }

    /** Sends lines; the answer's lines come as they are read, and may stop anywhere. */
    HttpResponse<java.util.stream.Stream<String>> stream(
            Door door, String path, String lines, String trace, Duration patience)
            throws IOException, InterruptedException {
        var request = building(door, path, trace, patience, "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        return client.send(request, BodyHandlers.ofLines());
    }

    /** The status of a read that sends a mark along; 0 where there was no answer. */
    int read(Door door, String path, String mark, Duration patience) {
        var request = building(door, path, "", patience, "application/json")
                .header("Parvis-Position", mark)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static HttpRequest.Builder building(Door door, String path, String trace, Duration patience, String type) {
        var request = HttpRequest.newBuilder(URI.create(door.url() + path))
                .header("Content-Type", type)
                .timeout(patience);
        if (!trace.isEmpty()) {
            request.header("traceparent", "00-" + trace + "-00000000000000a1-01");
        }
        door.sign(request);
        return request;
    }
}
