package io.parvis.eventing.command;

import java.util.List;

/**
 * What a decider says: what happens now, or what it must know before it can say so.
 *
 * @param <N> what it may need
 */
public sealed interface Decision<N> {

    /** @param events to record, in order; where there is nothing to change, none, or a {@link NothingChanged} */
    record Events<N>(List<?> events) implements Decision<N> {}

    /** Nothing is recorded; what is needed is fetched, and it is decided again on the newest state. */
    record Needs<N>(N need) implements Decision<N> {}

    static <N> Decision<N> events(List<?> events) {
        return new Events<>(events);
    }

    static <N> Decision<N> needs(N need) {
        return new Needs<>(need);
    }
}
