package io.parvis.eventloop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** When an event loop counts as stuck, and a task as blocking. */
@ConfigMapping(prefix = "parvis.event-loop")
interface EventLoopConfig {

    /**
     * After this time without a heartbeat an event loop is stuck: the process is not live any more and should be
     * restarted.
     */
    @WithName("standstill-limit")
    @WithDefault("30s")
    Duration stuckAfter();

    /**
     * A task that takes more CPU time than this on an event loop is logged with its stack: as a warning, unless
     * classes were loaded meanwhile.
     */
    @WithName("hold-limit")
    @WithDefault("50ms")
    Duration blockingLimit();
}
