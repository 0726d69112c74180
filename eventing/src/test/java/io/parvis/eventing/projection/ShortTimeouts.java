package io.parvis.eventing.projection;

import java.time.Duration;
import java.util.Optional;

/** Settings with which much happens in little time; batches stay small, so that there are many. */
record ShortTimeouts(int initialSegments, int attempts, int batchSize, Duration claimTimeout, Duration claimInterval)
        implements ProjectionConfig {

    ShortTimeouts(int initialSegments, int attempts, Duration claimTimeout) {
        this(initialSegments, attempts, 7, claimTimeout, Duration.ofMillis(20));
    }

    @Override
    public Duration lagLimit() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration unreadLimit() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Optional<String> node() {
        return Optional.empty();
    }
}
