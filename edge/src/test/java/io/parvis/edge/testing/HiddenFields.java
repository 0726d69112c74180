package io.parvis.edge.testing;

import io.parvis.eventing.testing.ProductionClasses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Fields of events that, by their names, hold something made of something else: a digest, a ciphertext, an index. */
public final class HiddenFields {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(hash|digest|sha\\d|md5|mac|crypt|cipher|seal|index|token|secret|seed|salt|"
                    + "root|leaf|proof|signature|commit|origin|reply|pseudonym|nonce|key|fingerprint|ip|agent|cookie|device).*");

    private HiddenFields() {}

    /** As {@code Type.field}, those of records within events too. */
    public static Set<String> of(String basePackage) {
        var found = new TreeSet<String>();
        var seen = new HashSet<Class<?>>();
        ProductionClasses.of(basePackage).stream()
                .filter(type -> type.isAnnotatedWith(Event.class))
                .map(type -> type.reflect())
                .forEach(event -> walk(event, seen, found));
        return found;
    }

    private static void walk(Class<?> type, Set<Class<?>> seen, Set<String> found) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            if (holdsText(component) && NAME.matcher(component.getName()).matches()) {
                found.add(type.getSimpleName() + "." + component.getName());
            }
            classesIn(component.getGenericType()).forEach(inner -> walk(inner, seen, found));
        }
    }

    private static boolean holdsText(RecordComponent component) {
        var types = classesIn(component.getGenericType());
        return types.contains(String.class) || types.contains(byte[].class);
    }

    private static Set<Class<?>> classesIn(Type type) {
        return switch (type) {
            case Class<?> one -> Set.of(one);
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments())
                        .flatMap(argument -> classesIn(argument).stream())
                        .collect(Collectors.toSet());
            case WildcardType some -> classesIn(some.getUpperBounds()[0]);
            default -> Set.of();
        };
    }
}
