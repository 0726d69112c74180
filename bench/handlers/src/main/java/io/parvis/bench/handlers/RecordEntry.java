package io.parvis.bench.handlers;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;

record RecordEntry(Entered entry) {

    @Singleton
    static class Handler implements Decider<RecordEntry, Boolean> {

        @Override
        public Boundary boundary(RecordEntry command) {
            return Boundary.reading(Criterion.tagged(Tag.of("entry", command.entry.boundary()), Entered.class));
        }

        @Override
        public Boolean initial() {
            return false;
        }

        @Override
        public Boolean evolve(Boolean entered, Object event) {
            return true;
        }

        @Override
        public List<Entered> decide(RecordEntry command, Boolean entered, Instant now) {
            return entered ? List.of() : List.of(command.entry);
        }
    }
}
