package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** How fast processors of real processes, started on a long log, get to its end. */
public final class Processors {

    public static final String HANDLERS_ROLE = "bench";
    public static final String SERVICE_ROLE = EngagementService.ROLE;

    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final BenchOptions settings;
    private final BenchDatabase database;

    public Processors(BenchOptions settings, BenchDatabase database) {
        this.settings = settings;
        this.database = database;
    }

    /** Events per second through a processor whose handler does nothing, and what appends then take to reach it. */
    public record Nothing(double perSecond, long[] latencyMicros) {}

    public Nothing throughNothing(int samples) throws IOException, InterruptedException {
        var token = new CallerToken("partner");
        try (var handlers = ServiceProcess.start(
                settings.root().resolve("bench/handlers/target/quarkus-app"),
                settings.data("logs").resolve("handlers.log"),
                "/q/health/live",
                List.of(),
                Map.of(
                        "PARVIS_DATABASE_URL", database.url(),
                        "PARVIS_DATABASE_USERNAME", HANDLERS_ROLE,
                        "PARVIS_DATABASE_PASSWORD", database.password(),
                        "PARVIS_GATEWAY_KEY", token.gatewayKey()))) {
            double rate = rateOf(HANDLERS_ROLE, "bench.nothing");
            latencies(handlers, token, samples);
            return new Nothing(rate, latencies(handlers, token, samples));
        }
    }

    private static long[] latencies(ServiceProcess handlers, CallerToken token, int samples)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/latency/%d".formatted(handlers.port(), samples)))
                    .header("Authorization", token.get())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .mapToLong(Long::parseLong)
                    .sorted()
                    .toArray();
        }
    }

    /** Events per second into the view of entries, as engagement-service builds it from the log. */
    public double intoEntries() {
        try (var service = EngagementService.start(settings, database, new CallerToken("partner"), List.of())) {
            return rateOf(SERVICE_ROLE, "engagement.entries");
        }
    }

    /** From the first batch that is in to the last one. */
    private double rateOf(String role, String processor) {
        long head = database.number("select max(position) from event_store.event");
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long firstSeen = 0;
        long began = 0;
        for (long seen = 0; seen < head; seen = seen(role, processor)) {
            if (firstSeen == 0 && seen > 0) {
                firstSeen = seen;
                began = System.nanoTime();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(processor + " does not get to the end");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (head - firstSeen) / ((System.nanoTime() - began) / 1e9);
    }

    private long seen(String role, String processor) {
        return database.number("select coalesce(min(position), 0) from %s.processor_token where processor = '%s'"
                .formatted(role, processor));
    }

    /** The value below which that share of them lies. */
    public static double percentile(long[] sorted, double share) {
        return LongStream.of(sorted)
                .skip((long) ((sorted.length - 1) * share))
                .findFirst()
                .orElseThrow();
    }
}
