package io.parvis.eventing.todo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the list is worked off. */
@ConfigMapping(prefix = "parvis.to-do")
interface ToDoConfig {

    /** How often a replica looks whether something is due. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** How long something taken is left to the replica that took it. */
    @WithDefault("PT30S")
    Duration lease();
}
