package io.parvis.eventing.projection;

import java.time.Duration;
import java.util.Optional;

/** Settings with which much happens in little time; batches stay small, so that there are many. */
record Impatient(int initialSegments, int attempts, Duration claimTimeout) implements ProjectionConfig {

    @Override
    public int batchSize() {
        return 7;
    }

    @Override
    public Duration claimInterval() {
        return Duration.ofMillis(20);
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
