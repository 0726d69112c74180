package io.parvis.edge.operations;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.NothingChanged;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that deals with parked events. Nothing of that stands in the log but, under its key, what the
 * caller was told.
 *
 * @param events how many were dealt with; null where that is still to be done
 */
public record RecordParkedEventsAnswer(
        String processor, @Nullable Integer events) {

    RecordParkedEventsAnswer with(int count) {
        return new RecordParkedEventsAnswer(processor, count);
    }

    /** Nobody has dealt with them under this key. */
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
            return Boundary.reading(
                    Boundary.Criterion.tagged(Tag.of("parked-events", command.processor), NothingChanged.class));
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
