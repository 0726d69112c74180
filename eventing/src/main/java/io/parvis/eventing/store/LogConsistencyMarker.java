package io.parvis.eventing.store;

import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;

/**
 * The log position up to which a decision has read. The append names it, and is refused if the log no longer has it.
 */
final class LogConsistencyMarker extends GlobalIndexConsistencyMarker {

    private final LogPosition place;

    LogConsistencyMarker(LogPosition place) {
        super(place.position());
        this.place = place;
    }

    LogPosition place() {
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogConsistencyMarker marker && marker.place.equals(place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }
}
