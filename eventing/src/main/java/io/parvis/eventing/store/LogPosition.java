package io.parvis.eventing.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position in the log with the id of the event there, so that a loss is noticed: after a failover the log may be
 * shorter, and other events may stand at the same positions.
 *
 * @param position 0 before the first event
 * @param id of the event there; null before the first event, or if unknown
 */
public record LogPosition(long position, @Nullable UUID id) {

    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, null);

    static LogPosition of(RecordedEvent event) {
        return new LogPosition(event.position(), UUID.fromString(event.identifier()));
    }

    /** Whether the log has lost it, given the event that stands at its position now. */
    boolean isMissing(@Nullable UUID there) {
        return id != null && !id.equals(there);
    }
}
