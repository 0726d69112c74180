package io.parvis.eventing.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.QualifiedName;

/** Names of event types as a PostgreSQL array. Decisions ask for the same few sets again and again. */
final class TypeNames {

    private static final Map<Set<QualifiedName>, String> LITERALS = new ConcurrentHashMap<>();

    private TypeNames() {}

    /** Always in the same order, so that equal conditions are equal statements. */
    static String arrayLiteral(Set<QualifiedName> types) {
        var known = LITERALS.get(types);
        return known == null ? LITERALS.computeIfAbsent(Set.copyOf(types), TypeNames::make) : known;
    }

    private static String make(Set<QualifiedName> types) {
        return TagText.arrayLiteral(
                types.stream().map(QualifiedName::name).sorted().toList());
    }
}
