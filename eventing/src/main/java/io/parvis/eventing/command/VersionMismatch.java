package io.parvis.eventing.command;

/** The resource is no longer in the version that the caller has seen. */
public final class VersionMismatch extends RuntimeException {

    VersionMismatch() {
        super("The resource has changed since the version in If-Match", null, false, false);
    }
}
