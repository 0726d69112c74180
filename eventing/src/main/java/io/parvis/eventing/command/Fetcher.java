package io.parvis.eventing.command;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the decision on a command needs and its boundary does not tell: a CDI bean per {@link DeciderWithNeeds},
 * found by the type of the command.
 */
public interface Fetcher<C, K extends @Nullable Object, N> {

    /** What is known without waiting. */
    K known(C command);

    /**
     * On the context that the command was sent on, which it must not block. What it fails with is the answer to the
     * command, and so is that it took longer than {@code parvis.commands.fetch-timeout}.
     *
     * @param known up to now
     * @return all that is known with it
     */
    Uni<K> fetch(C command, K known, N need);
}
