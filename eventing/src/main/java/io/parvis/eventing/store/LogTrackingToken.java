package io.parvis.eventing.store;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A tracking token that also holds the position before it in its stream, so that a processor notices skipped events.
 *
 * <p>After an error, Axon may leave a second coordinator of a processor running. Both then feed the same work package
 * from their own streams, and the events of the one behind would count as handled: the view would lose them. The
 * token throws, and the work package starts again from the position of the view.
 */
public final class LogTrackingToken extends GlobalSequenceTrackingToken {

    private final LogPosition place;
    private final long after;

    private LogTrackingToken(LogPosition place, long after) {
        super(place.position());
        this.place = place;
        this.after = after;
    }

    /** The position that a reader has reached. */
    public static LogTrackingToken reached(LogPosition place) {
        return new LogTrackingToken(place, place.position());
    }

    /** @param after the last place that the stream offered before, or at which it began */
    static LogTrackingToken following(long after, LogPosition place) {
        return new LogTrackingToken(place, after);
    }

    /** The event there. */
    public LogPosition place() {
        return place;
    }

    /** @throws SkippedEventsException where events between this place and the other were not offered */
    @Override
    public boolean covers(@Nullable TrackingToken other) {
        if (other instanceof LogTrackingToken next
                && next.after > getGlobalIndex()
                && next.getGlobalIndex() > next.after) {
            throw new SkippedEventsException(getGlobalIndex(), next);
        }
        return super.covers(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlobalSequenceTrackingToken place && place.getGlobalIndex() == getGlobalIndex();
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** A stream continued from a position that its reader has not reached. */
    public static final class SkippedEventsException extends IllegalStateException {

        private SkippedEventsException(long reached, LogTrackingToken next) {
            super("The view has the log up to %d, and was offered %d as if it had it up to %d"
                    .formatted(reached, next.getGlobalIndex(), next.after));
        }
    }
}
