package io.parvis.eventing.command;

/** The resource is not in a version that the caller's conditions allow, or not there at all. */
public final class VersionMismatch extends RuntimeException {

    VersionMismatch() {
        super("The resource is not in a version that If-Match and If-None-Match allow", null, false, false);
    }
}
