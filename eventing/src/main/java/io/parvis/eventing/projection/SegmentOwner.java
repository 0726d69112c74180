package io.parvis.eventing.projection;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The owner name under which this process claims segments. It is different after each start, so that a frozen
 * predecessor of the same name loses its claims.
 */
@Singleton
class SegmentOwner {

    static final long NONE = -1;

    private final String prefix;
    private final String owner;
    private final Map<String, Long> stored = new ConcurrentHashMap<>();

    SegmentOwner(ProjectionConfig config) {
        var life = UUID.randomUUID().toString();
        this.prefix = config.node().orElse(life) + "#";
        this.owner = prefix + life;
    }

    String owner() {
        return owner;
    }

    /** Where this process left the segment's token: where the database has another, it is not what this process made it. */
    void stored(String processor, int segment, @Nullable Long position) {
        stored.put(processor + "#" + segment, position == null ? NONE : position);
    }

    /** As {@link #stored}; {@link #NONE} for no position. */
    long stored(String processor, int segment) {
        return stored.getOrDefault(processor + "#" + segment, NONE);
    }

    /** What the owners of this name's earlier lives begin with. */
    String prefix() {
        return prefix;
    }
}
