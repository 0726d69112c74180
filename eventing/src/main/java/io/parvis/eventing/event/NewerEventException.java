package io.parvis.eventing.event;

import org.jspecify.annotations.Nullable;

/**
 * An event stands in the log in a version that this release does not know: a newer one runs beside it on the same store.
 * Who needs the event lets the newer release go on. Nothing is wrong with the event, nor with what was asked.
 */
public final class NewerEventException extends RuntimeException {

    NewerEventException(long position, String type, String version, String known) {
        super(
                "%s %s at %d is newer than this release, which knows it up to %s"
                        .formatted(type, version, position, known),
                null,
                false,
                false);
    }

    public static boolean in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NewerEventException) {
                return true;
            }
        }
        return false;
    }
}
