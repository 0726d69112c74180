package io.parvis.eventloop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an event loop is taken for stuck, and what is too long for one task. */
@ConfigMapping(prefix = "parvis.event-loop")
interface EventLoopConfig {

    /**
     * An event loop that has not done the least thing for that long has stood still: the process is no longer live, and
     * whoever runs it should start it anew.
     */
    @WithDefault("30s")
    Duration standstillLimit();

    /**
     * A task that takes more CPU time than that on an event loop is logged, with where it was: as a warning, unless
     * classes were loaded meanwhile.
     */
    @WithDefault("50ms")
    Duration holdLimit();
}
