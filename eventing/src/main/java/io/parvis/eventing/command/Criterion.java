package io.parvis.eventing.command;

import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Events of these classes that carry all these tags.
 *
 * @param latestOnly whether the newest of them says it all
 */
public record Criterion(Set<Tag> tags, Set<Class<?>> events, boolean latestOnly) {

    public Criterion {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A decision names what it reads: of another type it knows nothing");
        }
    }

    /** Reads events of these classes only; others with the same tags do not disturb the decision. */
    public static Criterion tagged(Set<Tag> tags, Class<?>... events) {
        return new Criterion(Set.copyOf(tags), Set.of(events), false);
    }

    public static Criterion tagged(Tag tag, Class<?>... events) {
        return tagged(Set.of(tag), events);
    }

    /**
     * Reads only the newest event of these classes with this tag: for a counter, a stock, a balance or whatever
     * else each event tells anew in full, so that deciding costs the same after a million of them. Any such event
     * recorded meanwhile is still a conflict, so commands that share it are queued.
     *
     * @param tag one that other events do not carry, or the newest is searched for among them
     */
    public static Criterion latest(Tag tag, Class<?>... events) {
        return new Criterion(Set.of(tag), Set.of(events), true);
    }
}
