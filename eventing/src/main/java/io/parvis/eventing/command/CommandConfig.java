package io.parvis.eventing.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How commands are executed. */
@ConfigMapping(prefix = "parvis.commands")
interface CommandConfig {

    /**
     * How long fetching what a decision needs beside its boundary may take; then the command fails and nothing is
     * recorded. Longer than the gateway's timeout, so that due commands may read a large contest.
     */
    @WithDefault("1m")
    Duration fetchTimeout();
}
