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
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Which events a decision reads: those of the given classes that carry all the given tags, or of the next criterion.
 * Keep it small; a tag shared by a million events makes a million-event boundary.
 */
public final class Boundary {

    /** Events of these classes that carry all these tags. */
    public record Criterion(Set<Tag> tags, Set<Class<?>> events) {

        /** Reads events of these classes only; others with the same tags do not disturb the decision. */
        public static Criterion tagged(Set<Tag> tags, Class<?>... events) {
            return new Criterion(Set.copyOf(tags), Set.of(events));
        }

        public static Criterion tagged(Tag tag, Class<?>... events) {
            return tagged(Set.of(tag), events);
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

    private Boundary(List<Criterion> criteria) {
        this.criteria = criteria;
        var translated = new ArrayList<EventCriteria>();
        for (var criterion : criteria) {
            criterion.events().forEach(event -> classes.put(EventType.of(event).qualifiedName(), event));
            translated.add(criterion.toAxon());
        }
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

    Class<?> classOf(QualifiedName name) {
        return classes.get(name);
    }

    boolean isOfResource(QualifiedName name, Set<Tag> tags) {
        var resource = criteria.getFirst();
        return tags.containsAll(resource.tags()) && resource.events().contains(classes.get(name));
    }
}
