package io.parvis.eventing.store;

/**
 * An event stands in the log and this release cannot read it: its metadata or payload is broken, or an old format cannot
 * be brought to the newest. Who needs it fails; it will be read once a release can, or once it is mended.
 */
public final class UnreadableEventException extends RuntimeException {

    private final long position;
    private final String type;

    UnreadableEventException(long position, String type, Throwable cause) {
        super("The event %s at %d cannot be read: %s".formatted(type, position, cause), cause);
        this.position = position;
        this.type = type;
    }

    /** Its place in the log. */
    public long position() {
        return position;
    }

    /** Its name, as it stands there. */
    public String type() {
        return type;
    }
}
