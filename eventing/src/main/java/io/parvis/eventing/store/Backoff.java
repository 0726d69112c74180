package io.parvis.eventing.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits longer after each failure, up to a bound, and by chance a little less: so not all come back at once. */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 20;

    public long millis(int failures) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, DOUBLINGS));
        return full - ThreadLocalRandom.current().nextLong(full / 2 + 1);
    }
}
