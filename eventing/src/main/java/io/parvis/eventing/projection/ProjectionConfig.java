package io.parvis.eventing.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How projections and automations run. */
@ConfigMapping(prefix = "parvis.projections")
public interface ProjectionConfig {

    /**
     * Events that share one transaction, at the most: as many as that where a processor is behind, one by one where it
     * keeps pace.
     */
    @WithDefault("1000")
    int batchSize();

    /**
     * Into how many segments the work of each projection and automation is cut when it starts for the first time;
     * later changes do not touch those that have begun. A power of two: with three segments, one would get half of
     * the work. What belongs in order stays in one segment. A replica takes all that nobody has when it looks, so
     * that replicas that start together share them; when one is gone, the others take over what it had after the
     * claim timeout, and until then a marked read waits in vain for what is to be done there.
     */
    @WithDefault("1")
    int initialSegments();

    /** After how long without a sign of life another replica may take a segment over. */
    @WithDefault("PT10S")
    Duration claimTimeout();

    /** How often a replica looks for segments that nobody works on. */
    @WithDefault("PT1S")
    Duration claimInterval();

    /** How often an event is tried before it is parked. */
    @WithDefault("4")
    int attempts();

    /**
     * How old the oldest event may be that a projection or automation has not handled, before health says DEGRADED. Every
     * processor that is behind is told there, with the number of events and of seconds.
     */
    @WithDefault("PT30S")
    Duration lagLimit();

    /**
     * How long reading the log may be tried in vain before health says DEGRADED: so long nobody knows whether there is
     * anything to do.
     */
    @WithDefault("PT15S")
    Duration unreadLimit();

    /**
     * A name that one process at a time has, guaranteed by whoever starts it (a supervisor, a StatefulSet). Started
     * again, such a process takes its segments back at once. Without a name it waits for the claim timeout.
     */
    Optional<String> node();
}
