package io.parvis.eventing.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log that can be found again, and missed: after a failover the log may be shorter, and go on with others.
 *
 * @param position 0 before the first event
 * @param id of the event there; null before the first, and where nobody knows it
 */
public record LogPosition(long position, @Nullable UUID id) {

    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, null);

    static LogPosition of(RecordedEvent event) {
        return new LogPosition(event.position(), UUID.fromString(event.identifier()));
    }

    /** Whether it is missing, where that event stands at its position, or none. */
    boolean isMissing(@Nullable UUID there) {
        return id != null && !id.equals(there);
    }
}
