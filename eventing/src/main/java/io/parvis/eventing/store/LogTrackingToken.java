package io.parvis.eventing.store;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log that knows which place its stream had before it, so that whoever is offered it can tell whether
 * something was left out.
 *
 * <p>Axon's coordinator of a processor may, after an error, leave a predecessor of itself behind. Both then feed the same
 * work from streams of their own, and the one that is ahead would make the other's events look as if they had been
 * dealt with: the view would lose them for good. Refused here, the work is dropped and begun anew from where the view
 * really is.
 */
public final class LogTrackingToken extends GlobalSequenceTrackingToken {

    private final LogPosition place;
    private final long after;

    private LogTrackingToken(LogPosition place, long after) {
        super(place.position());
        this.place = place;
        this.after = after;
    }

    /** Where somebody has got to. */
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

    /** A stream went on from a place that its reader has not reached. */
    public static final class SkippedEventsException extends IllegalStateException {

        private SkippedEventsException(long reached, LogTrackingToken next) {
            super("The view has the log up to %d, and was offered %d as if it had it up to %d"
                    .formatted(reached, next.getGlobalIndex(), next.after));
        }
    }
}
