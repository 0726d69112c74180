package io.parvis.torture.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wanted, and its attempts at it, in order.
 *
 * @param wanted what the event must say, by JSON pointers into it
 * @param idempotencyKey the Idempotency-Key of all attempts; null where there was none, and then one attempt
 */
public record Operation(
        long number,
        Kind kind,
        Map<String, String> wanted,
        @Nullable String idempotencyKey,
        List<Attempt> attempts) {

    public Operation {
        wanted = Map.copyOf(wanted);
        attempts = List.copyOf(attempts);
    }

    public Operation with(List<Attempt> others) {
        return new Operation(number, kind, wanted, idempotencyKey, others);
    }

    /** When it began. */
    public long invokedAt() {
        return attempts.getFirst().invokedAt();
    }

    /** The first attempt that was acknowledged. */
    public @Nullable Attempt acknowledged() {
        return attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof RequestOutcome.Acknowledged)
                .findFirst()
                .orElse(null);
    }

    public boolean anyUnknown() {
        return attempts.stream().anyMatch(attempt -> attempt.outcome() instanceof RequestOutcome.Unknown);
    }

    @Override
    public String toString() {
        return "#" + number + " " + kind + " " + wanted + " " + attempts;
    }
}
