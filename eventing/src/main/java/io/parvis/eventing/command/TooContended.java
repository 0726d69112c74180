package io.parvis.eventing.command;

/** Others kept changing what the command depends on; nothing was recorded, and trying again is right. */
public final class TooContended extends RuntimeException {

    TooContended() {
        super("Too many others are changing the same thing", null, false, false);
    }
}
