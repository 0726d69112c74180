package io.parvis.edge.web;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventstreaming.Tag;

/** A command that may succeed and change nothing: a thing has that colour already. */
record PaintThing(String thingId, String colour) {

    @Event(namespace = "test", name = "ThingPainted", version = "1")
    record ThingPainted(@EventTag(key = "painted") String thingId, String colour) {}

    @Singleton
    static class Handler implements Decider<PaintThing, String> {

        @Override
        public Boundary boundary(PaintThing command) {
            return Boundary.reading(Criterion.tagged(Tag.of("painted", command.thingId), ThingPainted.class));
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, Object event) {
            return ((ThingPainted) event).colour();
        }

        @Override
        public List<?> decide(PaintThing command, String state, Instant now) {
            return command.colour.equals(state)
                    ? List.of()
                    : List.of(new ThingPainted(command.thingId, command.colour));
        }
    }
}
