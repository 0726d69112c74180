package io.parvis.eventing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How this process uses the event store; the defaults fit a service with two to four cores. */
@ConfigMapping(prefix = "parvis.event-store")
public interface EventStoreConfig {

    /** Connections to source, append and read with, beside the one that listens. */
    @WithDefault("8")
    int poolSize();

    /** The most appends that share one transaction. */
    @WithDefault("200")
    int maxBatchAppends();

    /** The most bytes of payload that share one transaction; one larger append still goes, alone. */
    @WithDefault("1048576")
    int maxBatchBytes();

    /** The most appends that may wait for their turn; one more is refused as overload. */
    @WithDefault("20000")
    int maxWaitingAppends();

    /**
     * How long the answer to one statement may take before its connection counts as lost and is closed. The database
     * gives the statement up after four fifths of it, and waiting for a lock after half of it.
     */
    @WithDefault("PT10S")
    Duration answerTimeout();

    /** How long an append whose outcome is unknown is retried before its caller gets an error. */
    @WithName("patience")
    @WithDefault("PT15S")
    Duration retryTimeout();

    /** The safety net below notifications: readers poll at least this often. At most 1 s. */
    @WithDefault("PT0.5S")
    Duration pollInterval();

    /**
     * The size of the caches of what decisions have read, in bytes, about: half of it for events, half for large
     * lookups, so that a command fetches only what came since.
     */
    @WithName("remembered-bytes")
    @WithDefault("33554432")
    long cacheBytes();

    /** Events that readers keep in memory behind the head, so that several processors cost one read. */
    @WithDefault("2000")
    int windowEvents();

    /**
     * The minimum time between two deliveries of events to a processor, while they come one by one: each batch of a
     * view costs as much as a dozen events. The first after a pause is delivered at once, and so are a hundred.
     */
    @WithDefault("PT0.01S")
    Duration streamPause();
}
