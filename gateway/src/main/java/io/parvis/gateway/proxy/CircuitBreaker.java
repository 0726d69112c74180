package io.parvis.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves a service alone that does not answer. Opens after a number of failures in a row; then, once per period, one
 * request is let through to try, and its answer closes the circuit. A trial that comes to nothing (the client went
 * away) needs no bookkeeping: the next period has its own.
 */
final class CircuitBreaker {

    private final int threshold;
    private final long openNanos;
    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong closedUntilTrial = new AtomicLong();

    CircuitBreaker(int threshold, Duration openFor, LongSupplier nanoTime) {
        this.threshold = threshold;
        this.openNanos = openFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether a request may be tried now. */
    boolean allows() {
        if (failures.get() < threshold) {
            return true;
        }
        var now = nanoTime.getAsLong();
        var trial = closedUntilTrial.get();
        return now - trial >= 0 && closedUntilTrial.compareAndSet(trial, now + openNanos);
    }

    /** The service answered, whatever it said. */
    void answered() {
        failures.set(0);
    }

    /** The service did not answer. */
    void failed() {
        if (failures.incrementAndGet() >= threshold) {
            closedUntilTrial.set(nanoTime.getAsLong() + openNanos);
        }
    }
}
