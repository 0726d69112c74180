package io.parvis.eventing.command;

import io.parvis.eventing.command.ResourceType.Resource;
import io.parvis.eventing.event.EventType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** A criterion, ready to be asked event by event. */
    private record Reading(Criterion criterion, Map<QualifiedName, Class<?>> classes, EventCriteria axon) {

        static Reading of(Criterion criterion) {
            var classes = byName(criterion.events());
            return new Reading(
                    criterion,
                    classes,
                    EventCriteria.havingTags(criterion.tags()).andBeingOneOfTypes(classes.keySet()));
        }

        /** The class of an event that it reads; null where it does not. */
        @Nullable
        Class<?> classOf(QualifiedName name, Set<Tag> carried) {
            var type = classes.get(name);
            return type != null && carried.containsAll(criterion.tags()) ? type : null;
        }
    }

    /** Of the few sets of classes that deciders name. */
    private static final Map<Set<Class<?>>, Map<QualifiedName, Class<?>>> BY_NAME = new ConcurrentHashMap<>();

    private final List<Reading> readings;
    private final EventCriteria axon;
    private final Set<EventCriterion> latestOnly = new HashSet<>();
    private final @Nullable Criterion shared;
    private final @Nullable Resource resource;

    private Boundary(@Nullable Resource resource, List<Criterion> criteria) {
        this.resource = resource;
        this.readings = criteria.stream().map(Reading::of).toList();
        for (var reading : readings) {
            if (reading.criterion().latestOnly()) {
                latestOnly.addAll(reading.axon().flatten());
            }
        }
        this.shared =
                criteria.stream().filter(Criterion::latestOnly).findFirst().orElse(null);
        this.axon = readings.size() == 1
                ? readings.getFirst().axon()
                : EventCriteria.either(readings.stream().map(Reading::axon).toList());
    }

    /**
     * @param resource the thing that the command changes: If-Match compares its version
     * @param alsoRead what the decision depends on beside it, other services' published events included
     */
    public static Boundary of(Resource resource, Criterion... alsoRead) {
        var all = new ArrayList<>(resource.reads());
        all.addAll(List.of(alsoRead));
        return new Boundary(resource, all);
    }

    /** Of a command that makes something new, or changes what has no version: no If-Match names it. */
    public static Boundary reading(Criterion... read) {
        return new Boundary(null, List.of(read));
    }

    public EventCriteria criteria() {
        return axon;
    }

    /** Of the criteria: those of which only the newest event is read. */
    Set<EventCriterion> latestOnly() {
        return latestOnly;
    }

    /** The key under which its commands are queued; null if none is declared. */
    @Nullable
    Criterion shared() {
        return shared;
    }

    /** The class of an event that belongs to the boundary; null where it does not. */
    @Nullable
    Class<?> classOf(QualifiedName name, Set<Tag> tags) {
        for (var reading : readings) {
            var type = reading.classOf(name, tags);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** Whether an event that belongs to it makes another version of the thing that the command changes. */
    boolean isOfResource(Object event, Set<Tag> tags) {
        return resource != null && resource.isOf(event, tags);
    }

    private static Map<QualifiedName, Class<?>> byName(Set<Class<?>> events) {
        return BY_NAME.computeIfAbsent(
                events,
                some -> some.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                event -> EventType.of(event).qualifiedName(), Function.identity())));
    }
}
