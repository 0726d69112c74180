package io.parvis.eventing.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that has versions: a version is the position of the newest of the thing's events. Which events those
 * are is declared here, once, for the decisions that judge If-Match and for the view that tells the ETag: the two cannot
 * go by different ones.
 */
public final class ResourceType {

    private final @Nullable String key;
    private final Function<Object, String> idOf;
    private final Set<Class<?>> events;

    private ResourceType(@Nullable String key, Function<Object, String> idOf, Set<Class<?>> events) {
        this.key = key;
        this.idOf = idOf;
        this.events = events;
    }

    /** @param key of the tag whose value is the thing's id; every one of the events carries it */
    public static ResourceType tagged(String key, Class<?>... events) {
        return new ResourceType(key, event -> "", Set.of(events));
    }

    /** Of things that have no tag of their own, since there are many of them.
     *
     * @param family what the events have in common
     */
    @SafeVarargs
    public static <E> ResourceType named(Class<E> family, Function<E, String> id, Class<? extends E>... events) {
        return new ResourceType(null, event -> id.apply(family.cast(event)), Set.copyOf(Arrays.asList(events)));
    }

    public Set<Class<?>> events() {
        return events;
    }

    /** The id of the thing that an event is of. */
    public String idOf(Object event, Set<Tag> tags) {
        return key == null
                ? idOf.apply(event)
                : tags.stream()
                        .filter(tag -> tag.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No tag " + key + " on " + event.getClass()))
                        .value();
    }

    /** One thing, of which all events are read. */
    public Resource of(String id) {
        return of(id, all(id));
    }

    /** All events of one thing: for decisions that depend on it, and do not change it. */
    public Criterion all(String id) {
        if (key == null) {
            throw new IllegalStateException("What has no tag does not say how it is read");
        }
        return Criterion.tagged(Tag.of(key, id), events.toArray(Class<?>[]::new));
    }

    /**
     * One thing, of which is read what these criteria say.
     *
     * @throws IllegalArgumentException where they leave out a kind of its events: its version would not be known
     */
    public Resource of(String id, Criterion... reads) {
        for (var event : events) {
            if (Arrays.stream(reads).noneMatch(read -> read.events().contains(event))) {
                throw new IllegalArgumentException(event.getName() + " is not read, and makes another version");
            }
        }
        return new Resource(this, id, List.of(reads));
    }

    /** The thing that a command changes. */
    public record Resource(ResourceType type, String id, List<Criterion> reads) {

        boolean isOf(Object event, Set<Tag> tags) {
            return type.events().contains(event.getClass())
                    && type.idOf(event, tags).equals(id);
        }
    }
}
