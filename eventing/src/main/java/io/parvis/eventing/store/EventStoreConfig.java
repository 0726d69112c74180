package io.parvis.eventing.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** How long an append whose outcome is unknown is asked again before its caller is told so. */
    @WithDefault("PT15S")
    Duration patience();

    /** The safety net below notifications: readers look for news at least this often. At most 1 s. */
    @WithDefault("PT0.5S")
    Duration pollInterval();

    /**
     * How much of what decisions have read is kept in memory, in bytes, about: half of it events, half of it large
     * boundaries as they were found, so that a command fetches only what came since.
     */
    @WithDefault("33554432")
    long rememberedBytes();

    /** Events that readers keep in memory behind the head, so that several processors cost one read. */
    @WithDefault("2000")
    int windowEvents();

    /**
     * The least time between one handing on of events to a processor and the next, while they come one by one: each
     * batch of a view costs as much as a dozen events. The first after a pause is handed on at once, and so are a
     * hundred.
     */
    @WithDefault("PT0.01S")
    Duration streamPause();
}
