package io.parvis.eventing.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff up to a maximum, with jitter. */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 20;

    public long millis(int failures) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, DOUBLINGS));
        return full - ThreadLocalRandom.current().nextLong(full / 2 + 1);
    }
}
