package io.parvis.eventing.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How commands are carried out. */
@ConfigMapping(prefix = "parvis.commands")
interface CommandConfig {

    /**
     * How long may be fetched what a decision needs beside its boundary; then the command fails, and nothing was recorded.
     * Longer than the gateway waits for an answer, so that who is due by itself may read a large contest.
     */
    @WithDefault("1m")
    Duration fetchTimeout();
}
