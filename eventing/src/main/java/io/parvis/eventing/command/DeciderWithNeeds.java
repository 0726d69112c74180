package io.parvis.eventing.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decider that may need more than its boundary tells: something secret, encrypted, slow to compute, or read only if
 * the rules ask for it. It returns the need as a value; the {@link Fetcher} of its command fetches it outside of the
 * decision, and it decides again on the newest state.
 *
 * @param <C> the command, a record in the imperative
 * @param <S> what the decision needs to know of the log, and nothing else
 * @param <K> what is known beside it
 * @param <N> what it may need to know
 * @see Decider where nothing is needed
 */
public interface DeciderWithNeeds<C, S, K extends @Nullable Object, N> {

    /** The events that the decision depends on; what is known may ask for more of them. */
    Boundary boundary(C command, K known);

    /** What is known of the log before anything happened. */
    S initial(C command);

    /** Folds one event of the boundary into the state. Pure: it may run many times. */
    S evolve(S state, Object event);

    /**
     * What happens now, or what must be known first. Pure: it may run many times.
     *
     * @param now the time of the decision, by the injected clock
     * @throws RuntimeException a typed refusal where a rule forbids it
     */
    Decision<N> decide(C command, S state, K known, Instant now);
}
