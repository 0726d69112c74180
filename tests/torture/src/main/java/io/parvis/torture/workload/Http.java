package io.parvis.torture.workload;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.RequestOutcome;
import io.parvis.torture.history.RequestOutcome.Refused;
import io.parvis.torture.history.RequestOutcome.Unknown;
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
            @Nullable String idempotencyKey) {}

    /** W3C trace id. */
    static String trace(RandomGenerator random) {
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    }

    Attempt attempt(Endpoint endpoint, Request request, String trace, Duration timeout) {
        var invoked = System.nanoTime();
        var outcome = outcome(endpoint, request, trace, timeout);
        return new Attempt(trace, endpoint.name(), invoked, System.nanoTime(), outcome);
    }

    private RequestOutcome outcome(Endpoint endpoint, Request request, String trace, Duration timeout) {
        var text = ResponseReader.text(request.body());
        var building = building(endpoint, request.path(), trace, timeout, "application/json")
                .method(request.method(), BodyPublishers.ofString(text));
        if (request.idempotencyKey() != null) {
            building.header("Idempotency-Key", request.idempotencyKey());
        }
        try {
            return ResponseReader.outcome(request.kind(), client.send(building.build(), BodyHandlers.ofString()));
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
            Endpoint endpoint, String path, String lines, String trace, Duration timeout)
            throws IOException, InterruptedException {
        var request = building(endpoint, path, trace, timeout, "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        return client.send(request, BodyHandlers.ofLines());
    }

    /** The status of a read that sends a mark along; 0 where there was no answer. */
    int read(Endpoint endpoint, String path, String mark, Duration timeout) {
        var request = building(endpoint, path, "", timeout, "application/json")
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

    private static HttpRequest.Builder building(
            Endpoint endpoint, String path, String trace, Duration timeout, String type) {
        var request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .header("Content-Type", type)
                .timeout(timeout);
        if (!trace.isEmpty()) {
            request.header("traceparent", "00-" + trace + "-00000000000000a1-01");
        }
        endpoint.sign(request);
        return request;
    }
}
