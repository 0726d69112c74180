package io.parvis.engagement.fan.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How erasures outlive what may happen to the database. */
@ConfigMapping(prefix = "parvis.erasure")
interface ErasureConfig {

    /**
     * A folder in which erasures are noted beside the database, by fan, brand and time only: on a disk that is not
     * restored together with it, and that all replicas share. Where there is none, a database restored to a time before
     * an erasure has forgotten it.
     */
    Optional<Path> journal();

    /** How often what was left over is looked for: leaves that could not be written anew at once. */
    @WithDefault("PT10S")
    Duration lookAgain();

    /** At most this often the database is asked to let go of its log after erasures; it costs a checkpoint. */
    @WithDefault("PT1M")
    Duration recycleLog();
}
