package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.Measurement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets the service's views catch up after each round, so that nobody else's round pays for them, and notes how far behind
 * they were.
 */
final class CatchUpAfterEachRound implements Contender {

    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Contender service;
    private final BenchDatabase database;
    private long furthestBehind;

    CatchUpAfterEachRound(Contender service, BenchDatabase database) {
        this.service = service;
        this.database = database;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Measurement run(Duration duration) throws InterruptedException {
        var measurement = service.run(duration);
        catchUp();
        return measurement;
    }

    /** Waits until the views have seen all that is in the log. */
    void catchUp() {
        long began = System.nanoTime();
        long head = database.number("select max(position) from event_store.event");
        furthestBehind = Math.max(furthestBehind, head - seen());
        while (seen() < head) {
            if (System.nanoTime() - began > TIMEOUT.toNanos()) {
                throw new IllegalStateException("The view of entries does not catch up");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Entries come last in this log, so the view of entries has seen all when its place is the head. */
    private long seen() {
        return database.number("select coalesce(min(position), 0) from engagement.processor_token where processor ="
                + " 'engagement.entries'");
    }

    /** The most events that a round left to the views. */
    long furthestBehind() {
        return furthestBehind;
    }
}
