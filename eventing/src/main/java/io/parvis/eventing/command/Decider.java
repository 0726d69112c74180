package io.parvis.eventing.command;

import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody can do: a CDI bean per command, found by its type.
 *
 * @param <C> the command, a record in the imperative
 * @param <S> what the decision needs to know, and nothing else
 * @see DeciderWithNeeds where that is more than the log tells
 */
public interface Decider<C, S> extends DeciderWithNeeds<C, S, Nothing, Nothing> {

    /** The events that the decision depends on; it holds only if no other of them is recorded meanwhile. */
    Boundary boundary(C command);

    /** What is known before anything happened. */
    S initial();

    /** Folds one event of the boundary into the state. Pure: it may run many times. */
    @Override
    S evolve(S state, Object event);

    /**
     * What happens now.
     *
     * @param now the time of the decision, by the injected clock
     * @return the events to record, in order; where there is nothing to change, none, or a {@link NothingChanged} that
     *     names what the answer tells
     * @throws RuntimeException a typed refusal where a rule forbids it
     */
    List<?> decide(C command, S state, Instant now);

    @Override
    default Boundary boundary(C command, Nothing known) {
        return boundary(command);
    }

    @Override
    default S initial(C command) {
        return initial();
    }

    @Override
    default Decision<Nothing> decide(C command, S state, Nothing known, Instant now) {
        return Decision.events(decide(command, state, now));
    }
}
