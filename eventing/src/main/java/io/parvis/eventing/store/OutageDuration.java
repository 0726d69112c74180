package io.parvis.eventing.store;

import java.time.Duration;

/** How long an operation has been failing, the current attempt included. */
final class OutageDuration {

    private static final long NEVER = -1;

    private final long begin = System.nanoTime();
    private long since = NEVER;

    synchronized void tried() {
        if (since == NEVER) {
            since = System.nanoTime() - begin;
        }
    }

    synchronized void succeeded() {
        since = NEVER;
    }

    synchronized Duration lasts() {
        return since == NEVER ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begin - since);
    }
}
