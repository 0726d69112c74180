package io.parvis.eventing.projection;

/** A view has not seen in time what its reader has seen. Cheap: it has no stack trace. */
public final class NotCaughtUp extends RuntimeException {

    NotCaughtUp() {
        super("The views have not seen that position yet", null, false, false);
    }
}
