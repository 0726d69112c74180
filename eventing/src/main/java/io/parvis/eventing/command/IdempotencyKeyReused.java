package io.parvis.eventing.command;

/** The same idempotency key came with another request. */
public final class IdempotencyKeyReused extends RuntimeException {

    IdempotencyKeyReused() {
        super("This Idempotency-Key was used for a request with another body", null, false, false);
    }
}
