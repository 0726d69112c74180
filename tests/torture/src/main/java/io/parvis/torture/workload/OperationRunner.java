package io.parvis.torture.workload;

import io.parvis.torture.cluster.PositionHeader;
import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.History;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Read;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import io.parvis.torture.workload.Http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs operations as a careful client does: retries under the same idempotency key if there is no response. */
final class OperationRunner {

    private static final int MOST_ATTEMPTS = 6;
    private static final Set<String> PASSING =
            Set.of("too-contended", "overloaded", "service-unavailable", "keys-unavailable", "not-connected");
    private static final Duration[] TIMEOUT = {
        Duration.ofMillis(1_500),
        Duration.ofSeconds(4),
        Duration.ofSeconds(4),
        Duration.ofSeconds(8),
        Duration.ofSeconds(20)
    };

    private final Http http;
    private final Endpoints endpoints;
    private final History history;
    private final PositionHeader marks;
    private final BooleanSupplier stopping;

    OperationRunner(Http http, Endpoints endpoints, History history, PositionHeader marks, BooleanSupplier stopping) {
        this.http = http;
        this.endpoints = endpoints;
        this.history = history;
        this.marks = marks;
        this.stopping = stopping;
    }

    /** @param wanted what the event must say, by JSON pointers into it */
    Operation perform(
            RandomGenerator random, Kind kind, String method, String path, Object body, Map<String, String> wanted) {
        // What cannot be repeated safely is asked once.
        var idempotencyKey =
                method.equals("POST") && random.nextInt(10) > 0 ? new UUID(random.nextLong(), random.nextLong()) : null;
        var request = new Request(kind, method, path, body, idempotencyKey == null ? null : idempotencyKey.toString());
        var attempts = new ArrayList<Attempt>();
        do {
            attempts.add(http.attempt(endpoints.any(kind, random), request, Http.trace(random), timeout(random)));
        } while (goesOn(random, request, attempts));
        var operation = new Operation(history.nextNumber(), kind, wanted, request.idempotencyKey(), attempts);
        history.add(operation);
        return operation;
    }

    private boolean goesOn(RandomGenerator random, Request request, ArrayList<Attempt> attempts) {
        var settled = settled(attempts.getLast());
        var once = request.idempotencyKey() == null;
        if (once || attempts.size() >= MOST_ATTEMPTS || stopping.getAsBoolean()) {
            return false;
        }
        if (settled) {
            // The answer was heard, and the caller asks again all the same: it must be the same answer.
            return random.nextInt(20) == 0;
        }
        // Some never ask again, and must live with not knowing.
        if (random.nextInt(8) == 0) {
            return false;
        }
        Pause.random(random, 100, 400L << attempts.size());
        return true;
    }

    private static boolean settled(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Acknowledged _ -> true;
            case Refused refused -> !PASSING.contains(refused.problem());
            default -> false;
        };
    }

    static Duration timeout(RandomGenerator random) {
        return TIMEOUT[random.nextInt(TIMEOUT.length)];
    }

    /** The id that an operation was told; null where it was told none. */
    static @Nullable String id(Operation operation) {
        var attempt = operation.acknowledged();
        return attempt != null
                        && attempt.outcome() instanceof Acknowledged told
                        && !told.id().isEmpty()
                ? told.id()
                : null;
    }

    static boolean done(Operation operation) {
        return operation.acknowledged() != null;
    }

    /** Looks, now and then, for what was just created, with its position. */
    void readBack(RandomGenerator random, Operation operation, String path) {
        var attempt = operation.acknowledged();
        if (attempt == null || random.nextInt(3) > 0 || !(attempt.outcome() instanceof Acknowledged told)) {
            return;
        }
        var endpoint = endpoints.any(operation.kind(), random);
        history.add(
                new Read(path, told.position(), http.read(endpoint, path, marks.of(told.position()), timeout(random))));
    }
}
