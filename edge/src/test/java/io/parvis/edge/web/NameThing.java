package io.parvis.edge.web;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.command.ResourceType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** The least that a command can be: gives a thing a name, unless it has that name already. */
record NameThing(String thingId, String name) {

    static final ResourceType THING = ResourceType.tagged("thing", ThingNamed.class);

    @Event(namespace = "test", name = "ThingNamed", version = "1")
    record ThingNamed(@EventTag(key = "thing") String thingId, String name) {}

    static final class ThingAlreadyNamed extends Refusal {
        ThingAlreadyNamed(String name) {
            super("The thing has that name", "It is called " + name + " already.", Map.of("missing", List.of("news")));
        }
    }

    @Singleton
    static class Handler implements Decider<NameThing, String> {

        @Override
        public Boundary boundary(NameThing command) {
            return Boundary.of(THING.of(command.thingId));
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, Object event) {
            return ((ThingNamed) event).name();
        }

        @Override
        public List<?> decide(NameThing command, String state, Instant now) {
            if (command.name.equals(state)) {
                throw new ThingAlreadyNamed(state);
            }
            return List.of(new ThingNamed(command.thingId, command.name));
        }
    }
}
