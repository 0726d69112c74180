package io.parvis.eventing.projection;

/**
 * Reacts to an event with a command in its own service, through the {@link Reaction} it is given. It may read as much as it
 * has to before: no transaction is open and no session is held while it works, and so it is given none. What it does may be
 * done twice.
 */
public non-sealed interface Automation extends StreamHandler {

    /**
     * Whether one event's effect may take seconds, such as reading all that happened to a thing. Then each event is a batch by
     * itself, and whoever waits for the effect waits for a moment only: what they asked for is shown without it.
     */
    default boolean isLongRunning() {
        return false;
    }
}
