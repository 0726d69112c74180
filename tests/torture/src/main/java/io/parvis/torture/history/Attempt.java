package io.parvis.torture.history;

/**
 * One request.
 *
 * @param trace its W3C trace id, which becomes the correlation id of what it records: that is how an event is traced
 *     back to the very attempt. The lines of one stream share one
 * @param endpoint which way it went
 * @param invokedAt by one monotonic clock for all clients, in nanoseconds
 * @param endedAt when the client knew as much as it ever would
 */
public record Attempt(String trace, String endpoint, long invokedAt, long endedAt, RequestOutcome outcome) {

    public Attempt with(RequestOutcome other) {
        return new Attempt(trace, endpoint, invokedAt, endedAt, other);
    }
}
