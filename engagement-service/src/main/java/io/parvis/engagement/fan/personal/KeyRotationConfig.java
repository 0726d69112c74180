package io.parvis.engagement.fan.personal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rows are brought under another key while requests are served. */
@ConfigMapping(prefix = "parvis.key-rewriting")
interface KeyRotationConfig {

    /** Between a hundred rows and the next: at the default, a million fans take some twenty minutes for each ring. */
    @WithDefault("PT0.05S")
    Duration pause();

    /** How long after all was looked through it is looked through again. */
    @WithDefault("PT1M")
    Duration lookAgain();
}
