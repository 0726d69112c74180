package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How far the service's view of entries is. */
final class Views {

    private static final long POLL_NANOS = Duration.ofMillis(250).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Views() {}

    record CaughtUp(long events, double seconds) {

        double perSecond() {
            return events / seconds;
        }
    }

    /**
     * Waits until every entry in the log is in the view.
     *
     * @throws IllegalStateException where that takes too long
     */
    static CaughtUp catchUp(BenchDatabase database) {
        long began = System.nanoTime();
        long recorded =
                database.number("select count(*) from event_store.event where name = 'engagement.ContestEntered'");
        long before = seen(database);
        while (seen(database) < recorded) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("The view of entries does not catch up");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        var caughtUp = new CaughtUp(recorded - before, (System.nanoTime() - began) / 1e9);
        System.out.printf("  the view caught up: %,d events in %.1f s%n", caughtUp.events(), caughtUp.seconds());
        return caughtUp;
    }

    private static long seen(BenchDatabase database) {
        return database.number("select count(*) from engagement.entry");
    }
}
