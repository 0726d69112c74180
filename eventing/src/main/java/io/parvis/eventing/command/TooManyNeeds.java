package io.parvis.eventing.command;

/** A decider needs something more each time it is given what it needed: a fault of its own, or of its {@link Fetcher}. */
public final class TooManyNeeds extends IllegalStateException {

    TooManyNeeds(PendingCommand pending, Object need, int rounds) {
        super("%s still needs %s, and was given what it needed %d times".formatted(pending.name(), need, rounds));
    }
}
