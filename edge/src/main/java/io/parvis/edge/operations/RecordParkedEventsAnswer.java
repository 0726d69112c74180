package io.parvis.edge.operations;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.NothingChanged;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Records the response to a retry or discard of parked events under its idempotency key, so that a repeated request
 * gets the same one. Nothing else of it stands in the log.
 *
 * @param events how many events were handled or discarded; null if not done yet
 */
public record RecordParkedEventsAnswer(
        String processor, @Nullable Integer events) {

    RecordParkedEventsAnswer with(int count) {
        return new RecordParkedEventsAnswer(processor, count);
    }

    /** There is no response under this key yet. */
    static final class NoAnswerRecorded extends RuntimeException {
        NoAnswerRecorded() {
            super(null, null, false, false);
        }
    }

    @Singleton
    static class Handler implements Decider<RecordParkedEventsAnswer, Boolean> {

        /** No event has that tag: the answer depends on its key alone. */
        @Override
        public Boundary boundary(RecordParkedEventsAnswer command) {
            return Boundary.reading(Criterion.tagged(Tag.of("parked-events", command.processor), NothingChanged.class));
        }

        @Override
        public Boolean initial() {
            return true;
        }

        @Override
        public Boolean evolve(Boolean state, Object event) {
            return state;
        }

        @Override
        public List<?> decide(RecordParkedEventsAnswer command, Boolean state, Instant now) {
            if (command.events == null) {
                throw new NoAnswerRecorded();
            }
            return List.of(new NothingChanged(command.events.toString()));
        }
    }
}
