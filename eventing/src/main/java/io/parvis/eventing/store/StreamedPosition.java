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
public final class StreamedPosition extends GlobalSequenceTrackingToken {

    private final Place place;
    private final long after;

    private StreamedPosition(Place place, long after) {
        super(place.position());
        this.place = place;
        this.after = after;
    }

    /** Where somebody has got to. */
    public static StreamedPosition reached(Place place) {
        return new StreamedPosition(place, place.position());
    }

    /** @param after the last place that the stream offered before, or at which it began */
    static StreamedPosition following(long after, Place place) {
        return new StreamedPosition(place, after);
    }

    /** The event there. */
    public Place place() {
        return place;
    }

    /** @throws LeftOut where events between this place and the other were not offered */
    @Override
    public boolean covers(@Nullable TrackingToken other) {
        if (other instanceof StreamedPosition next
                && next.after > getGlobalIndex()
                && next.getGlobalIndex() > next.after) {
            throw new LeftOut(getGlobalIndex(), next);
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
    public static final class LeftOut extends IllegalStateException {

        private LeftOut(long reached, StreamedPosition next) {
            super("The view has the log up to %d, and was offered %d as if it had it up to %d"
                    .formatted(reached, next.getGlobalIndex(), next.after));
        }
    }
}
