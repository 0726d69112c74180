package io.parvis.eventing.command;

/** Retries were exhausted: each met a conflict. Nothing was recorded; trying again later is right. */
public final class TooManyConflicts extends RuntimeException {

    TooManyConflicts(Throwable overtaken) {
        super("Too many others are changing the same thing", overtaken, false, false);
    }
}
