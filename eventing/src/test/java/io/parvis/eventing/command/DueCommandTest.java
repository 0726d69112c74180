package io.parvis.eventing.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.event.EventJsonConverter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due is decided on at its own time at the earliest, wherever the clock was set since it was taken. */
class DueCommandTest {

    @Event(namespace = "test", name = "HappenedWhenDue", version = "1")
    private record Happened() {}

    /** Remembers the times that it is asked to decide by. */
    private static final class Remembering implements Decider<String, String> {

        private final List<Instant> times = new ArrayList<>();

        @Override
        public Boundary boundary(String command) {
            return Boundary.reading(Criterion.tagged(Tag.of("thing", command), Happened.class));
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, Object event) {
            return state;
        }

        @Override
        public List<?> decide(String command, String state, Instant now) {
            times.add(now);
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-07-04T10:00:00Z, -,                    2026-07-04T10:00:00Z",
                "2026-07-04T10:00:00Z, 2026-07-04T09:00:00Z, 2026-07-04T10:00:00Z",
                "2026-07-04T10:00:00Z, 2026-07-04T10:00:01Z, 2026-07-04T10:00:01Z"
            })
    void isDecidedOnAtItsTimeAtTheEarliest(Instant clock, @Nullable Instant dueAt, Instant decidedBy) {
        var decider = new Remembering();
        var context = new CommandContext("correlation", "cause", "time:test", null, null, dueAt);
        var converter = new DelegatingEventConverter(new DelegatingMessageConverter(new EventJsonConverter()));

        new CommandExecution<>(
                        decider, new PendingCommand("t1", context, Nothing.NOTHING, decider.boundary("t1")), converter)
                .decide(clock, UUID.randomUUID());

        assertThat(decider.times).containsExactly(decidedBy);
    }
}
