package io.parvis.eventing.counter;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.ResourceType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Opens the counter on first use; refuses to pass the limit. */
record IncreaseCounter(String counterId, int by, int limit) {

    static final ResourceType COUNTER =
            ResourceType.tagged("counter", CounterOpened.class, CounterIncreased.class, CounterNoticed.class);

    record State(boolean open, int total) {}

    static final class LimitReached extends RuntimeException {}

    @Singleton
    static class Handler implements Decider<IncreaseCounter, State> {

        @Override
        public Boundary boundary(IncreaseCounter command) {
            return Boundary.of(COUNTER.of(command.counterId));
        }

        @Override
        public State initial() {
            return new State(false, 0);
        }

        @Override
        public State evolve(State state, Object event) {
            return switch (event) {
                case CounterOpened opened -> new State(true, 0);
                case CounterIncreased increased -> new State(true, state.total + increased.by());
                default -> state;
            };
        }

        @Override
        public List<?> decide(IncreaseCounter command, State state, Instant now) {
            if (state.total + command.by > command.limit) {
                throw new LimitReached();
            }
            var increased = new CounterIncreased(command.counterId, command.by);
            return state.open ? List.of(increased) : List.of(new CounterOpened(command.counterId), increased);
        }
    }
}
