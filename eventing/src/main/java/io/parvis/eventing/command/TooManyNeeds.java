package io.parvis.eventing.command;

/** A decider asks for more after every fetch: a bug in it or in its {@link Fetcher}. */
public final class TooManyNeeds extends IllegalStateException {

    TooManyNeeds(PendingCommand pending, Object need, int rounds) {
        super("%s still needs %s, and was given what it needed %d times".formatted(pending.name(), need, rounds));
    }
}
