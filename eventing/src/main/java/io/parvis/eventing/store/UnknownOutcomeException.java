package io.parvis.eventing.store;

/**
 * The database could not be reached for so long that the caller must be told: whether the append was recorded is not
 * known. Sent again under the same {@code Idempotency-Key}, a request finds out.
 */
public final class UnknownOutcomeException extends RuntimeException {

    UnknownOutcomeException(Throwable cause) {
        super("The event store has not answered whether it recorded the append", cause);
    }
}
