package io.parvis.engagement.drawing;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * An entry was invalidated, or taken back in, before the closing.
 *
 * @param position of the act in the event store
 * @param reason it is published: nothing personal
 */
public record Moderation(Act act, Leaf entry, long position, Instant at, String reason) {

    /** What was done. */
    public enum Act {
        INVALIDATED,
        REINSTATED
    }

    Map<String, Object> json() {
        return Map.of(
                "act", act.name().toLowerCase(Locale.ROOT),
                "at", at.toString(),
                "entry", entry.json(),
                "position", position,
                "reason", reason);
    }
}
