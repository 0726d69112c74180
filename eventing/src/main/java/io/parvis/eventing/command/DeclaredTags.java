package io.parvis.eventing.command;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The tags that an event's class declares with {@code @EventTag} on components and on methods without parameters, as
 * Axon's own resolver reads them, but the class is searched once and not at every event.
 */
final class DeclaredTags implements TagResolver {

    private static final ClassValue<List<Source>> SOURCES = new ClassValue<>() {
        @Override
        protected List<Source> computeValue(Class<?> event) {
            return sourcesOf(event);
        }
    };

    private record Source(String key, Member member) {

        @Nullable
        Object of(Object event) {
            try {
                return member instanceof Field field ? field.get(event) : ((Method) member).invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(member + " cannot be read", e);
            }
        }
    }

    @Override
    public Set<Tag> resolve(EventMessage event) {
        var payload = event.payload();
        var tags = new HashSet<Tag>();
        for (var source : SOURCES.get(payload.getClass())) {
            switch (source.of(payload)) {
                case null -> {}
                case Iterable<?> several -> several.forEach(one -> tags.add(Tag.of(source.key(), one.toString())));
                case Object one -> tags.add(Tag.of(source.key(), one.toString()));
            }
        }
        return tags;
    }

    private static List<Source> sourcesOf(Class<?> event) {
        var sources = new ArrayList<Source>();
        Arrays.stream(event.getDeclaredFields()).forEach(field -> add(sources, field));
        Arrays.stream(event.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .forEach(method -> add(sources, method));
        return List.copyOf(sources);
    }

    private static <M extends AccessibleObject & Member & AnnotatedElement> void add(List<Source> sources, M member) {
        for (var tag : member.getAnnotationsByType(EventTag.class)) {
            member.setAccessible(true);
            sources.add(new Source(tag.key().isEmpty() ? member.getName() : tag.key(), member));
        }
    }
}
