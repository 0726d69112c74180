package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.DeciderWithNeeds;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What names a thing in an event, or in the command that a decider decides, is of that thing's type: two strings next to
 * each other can be exchanged, and nobody notices before the wrong thing happened.
 */
public final class NameThingsByTypes extends ArchCondition<JavaClass> {

    /** What a key ring calls its keys: a text of the configuration, compared in the ring alone. */
    private static final Set<String> TEXTS = Set.of("keyId", "seedKeyId");

    public NameThingsByTypes() {
        super("name things by types, not by strings");
    }

    @Override
    public void check(JavaClass found, ConditionEvents events) {
        recordsOf(found).flatMap(NameThingsByTypes::ids).forEach(id -> {
            var type = id.getGenericType().getTypeName();
            events.add(new SimpleConditionEvent(
                    found,
                    !type.contains("java.lang.String"),
                    "%s.%s is a %s".formatted(id.getDeclaringRecord().getName(), id.getName(), type)));
        });
    }

    /** The event and what it declares inside; of a decider, its command. */
    private static Stream<Class<?>> recordsOf(JavaClass found) {
        if (!found.isAssignableTo(DeciderWithNeeds.class)) {
            var event = found.reflect();
            return Stream.concat(Stream.of(event), Arrays.stream(event.getDeclaredClasses()));
        }
        return found.getInterfaces().stream()
                .filter(type -> type.toErasure().isEquivalentTo(Decider.class)
                        || type.toErasure().isEquivalentTo(DeciderWithNeeds.class))
                .map(NameThingsByTypes::command);
    }

    private static Class<?> command(JavaType decider) {
        return ((JavaParameterizedType) decider)
                .getActualTypeArguments()
                .getFirst()
                .toErasure()
                .reflect();
    }

    private static Stream<RecordComponent> ids(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component ->
                                component.getName().matches("(.*I|i)ds?") && !TEXTS.contains(component.getName()))
                : Stream.empty();
    }
}
