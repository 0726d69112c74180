package io.parvis.eventing.command;

/** Others kept changing what the command depends on; nothing was recorded, and trying again is right. */
public final class TooManyConflicts extends RuntimeException {

    TooManyConflicts(Throwable overtaken) {
        super("Too many others are changing the same thing", overtaken, false, false);
    }
}
