package io.parvis.eventing.command;

import io.parvis.eventing.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Which events a decision reads: those of the given classes that carry all the given tags, or of the next criterion.
 * Keep it small; a tag shared by a million events makes a million-event boundary.
 */
public final class Boundary {

    /**
     * Events of these classes that carry all these tags.
     *
     * @param latestOnly whether the newest of them says it all
     */
    public record Criterion(Set<Tag> tags, Set<Class<?>> events, boolean latestOnly) {

        /** Reads events of these classes only; others with the same tags do not disturb the decision. */
        public static Criterion tagged(Set<Tag> tags, Class<?>... events) {
            return new Criterion(Set.copyOf(tags), Set.of(events), false);
        }

        public static Criterion tagged(Tag tag, Class<?>... events) {
            return tagged(Set.of(tag), events);
        }

        /**
         * Reads only the newest event of these classes with this tag: for a counter, a stock, a balance or whatever
         * else each event tells anew in full, so that deciding costs the same after a million of them. The decision is
         * still refuted by any such event recorded meanwhile; commands that share it stand in line instead.
         *
         * @param tag one that other events do not carry, or the newest is searched for among them
         */
        public static Criterion latest(Tag tag, Class<?>... events) {
            return new Criterion(Set.of(tag), Set.of(events), true);
        }

        private boolean matches(Class<?> event, Set<Tag> carried) {
            return events.contains(event) && carried.containsAll(tags);
        }

        private EventCriteria toAxon() {
            var names = new HashSet<QualifiedName>();
            events.forEach(event -> names.add(EventType.of(event).qualifiedName()));
            return EventCriteria.havingTags(tags).andBeingOneOfTypes(names);
        }
    }

    private final List<Criterion> criteria;
    private final Map<QualifiedName, Class<?>> classes = new HashMap<>();
    private final EventCriteria axon;
    private final Set<EventCriterion> latestOnly = new HashSet<>();
    private final @Nullable Criterion shared;

    private Boundary(List<Criterion> criteria) {
        this.criteria = criteria;
        var translated = new ArrayList<EventCriteria>();
        for (var criterion : criteria) {
            criterion.events().forEach(event -> classes.put(EventType.of(event).qualifiedName(), event));
            var inAxon = criterion.toAxon();
            translated.add(inAxon);
            if (criterion.latestOnly()) {
                latestOnly.addAll(inAxon.flatten());
            }
        }
        this.shared =
                criteria.stream().filter(Criterion::latestOnly).findFirst().orElse(null);
        this.axon = translated.size() == 1 ? translated.getFirst() : EventCriteria.either(translated);
    }

    /**
     * @param resource the thing that the command changes: its newest event is the version that If-Match compares
     * @param alsoRead what the decision depends on beside it, other services' published events included
     */
    public static Boundary of(Criterion resource, Criterion... alsoRead) {
        var all = new ArrayList<Criterion>(List.of(resource));
        all.addAll(List.of(alsoRead));
        return new Boundary(all);
    }

    public EventCriteria criteria() {
        return axon;
    }

    /** Of the criteria: those of which only the newest event is read. */
    Set<EventCriterion> latestOnly() {
        return latestOnly;
    }

    /** What many commands may want to change at once; null where nothing is known to be so. */
    @Nullable
    Criterion shared() {
        return shared;
    }

    /** The class of an event that belongs to the boundary; null where it does not. */
    @Nullable
    Class<?> classOf(QualifiedName name, Set<Tag> tags) {
        var type = classes.get(name);
        if (type == null) {
            return null;
        }
        for (var criterion : criteria) {
            if (criterion.matches(type, tags)) {
                return type;
            }
        }
        return null;
    }

    boolean isOfResource(QualifiedName name, Set<Tag> tags) {
        return criteria.getFirst().matches(classes.get(name), tags);
    }
}
