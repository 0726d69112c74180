package io.parvis.reputation.mention.write.capture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the process streams of mentions may take. */
@ConfigMapping(prefix = "parvis.mention-streams")
interface IntakeConfig {

    /**
     * Of the heap: each stream may hold a line that has not come to its end yet, of at most 1 MiB, so there is one
     * stream for as many bytes of heap, 64 of them in 256 MiB; one more is refused and may come again.
     */
    @WithDefault("4194304")
    long heapPerStream();

    /**
     * Of the heap: the lines under way, of all streams together, may hold one byte in as many; 16 MiB in 256. While
     * that much is under way, streams wait, whoever came first goes first.
     */
    @WithDefault("16")
    int heapPerByteUnderWay();

    /** A stream whose sender sends nothing, or does not read its answers, for as long is broken off. */
    @WithDefault("PT1M")
    Duration idleTimeout();
}
