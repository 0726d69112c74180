package io.parvis.eventing.store;

import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;

/** The place up to which a decision has seen the log: an append names it, and is refused where it is no more. */
final class LogMarker extends GlobalIndexConsistencyMarker {

    private final Place place;

    LogMarker(Place place) {
        super(place.position());
        this.place = place;
    }

    Place place() {
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogMarker marker && marker.place.equals(place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }
}
