package io.parvis.eventing.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from and on what terms it is carried out.
 *
 * @param correlationId ties together all that follows from one outside act
 * @param causationId what directly led to it: the request, or the event that an automation reacts to
 * @param principal who is answerable for it
 * @param idempotency what makes a second sending of the same command have no second effect
 * @param precondition what must be true of the changed resource; null where nothing is asked
 * @param dueAt when it was to happen; null where it is asked for now
 */
public record CommandContext(
        String correlationId,
        String causationId,
        String principal,
        @Nullable Idempotency idempotency,
        @Nullable Precondition precondition,
        @Nullable Instant dueAt) {

    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";
    static final String PRINCIPAL = "principal";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";
    static final String IDEMPOTENCY_DIGEST = "idempotencyDigest";

    /** Of what is asked for now. */
    public CommandContext(
            String correlationId,
            String causationId,
            String principal,
            @Nullable Idempotency idempotency,
            @Nullable Precondition precondition) {
        this(correlationId, causationId, principal, idempotency, precondition, null);
    }

    /**
     * The time to decide by. What is due was due by some clock: where that has been set back since, what it must not be
     * before has come all the same, and a decision that found it too early would be the last one.
     */
    Instant timeOf(Instant now) {
        return dueAt == null || dueAt.isBefore(now) ? now : dueAt;
    }

    /** What the events carry of it. */
    Map<String, String> metadata() {
        var metadata = new HashMap<>(Map.of(CORRELATION, correlationId, CAUSATION, causationId, PRINCIPAL, principal));
        if (idempotency != null) {
            metadata.put(IDEMPOTENCY_KEY, idempotency.written().name());
            metadata.put(IDEMPOTENCY_DIGEST, idempotency.written().digest().get());
        }
        return metadata;
    }
}
