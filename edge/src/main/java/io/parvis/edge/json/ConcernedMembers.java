package io.parvis.edge.json;

import java.beans.Introspector;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule is told at: see {@link Concerns}. */
final class ConcernedMembers {

    private static final int IS = "is".length();

    private static final ClassValue<Map<String, String>> OF = new ClassValue<>() {
        @Override
        protected Map<String, String> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Concerns.class))
                    .collect(Collectors.toUnmodifiableMap(
                            method -> Introspector.decapitalize(method.getName().substring(IS)),
                            method -> method.getAnnotation(Concerns.class).value()));
        }
    };

    private ConcernedMembers() {}

    /** @param property of the bean, a member or a rule; what is a member is told at itself */
    static String of(@Nullable Object bean, String property) {
        return bean == null ? property : OF.get(bean.getClass()).getOrDefault(property, property);
    }
}
