package io.parvis.edge.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** The schema of one type, made to say what the type says. */
final class TypeSchema {

    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName ANY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonAnyGetter");

    private final ApiType type;
    private final ApiTypeIndex types;
    private final List<ApiField> fields;

    TypeSchema(ApiType type, ApiTypeIndex types) {
        this.type = type;
        this.types = types;
        this.fields = type.fields(types);
    }

    void complete(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        leaveOutWhatIsDerived(schema);
        for (var field : fields) {
            var property = schema.getProperties().get(field.name());
            if (property != null) {
                new FieldSchema(field, types).complete(property);
                if (type.taken() && !field.isDemanded() && !field.refusesNull()) {
                    replace(schema, field.name(), NullableSchemas.nullable(property));
                }
            }
        }
        require(schema);
        if (type.taken()) {
            schema.setAdditionalPropertiesBoolean(false);
            tellRules(schema);
        }
    }

    /** What fields have to do with each other, in the words that a request is refused with. */
    private void tellRules(Schema schema) {
        var rules = type.rules(types);
        if (!rules.isEmpty()) {
            var told = Stream.concat(
                    Stream.ofNullable(schema.getDescription()), Stream.of(String.join("; ", rules) + "."));
            schema.setDescription(told.collect(Collectors.joining(" ")));
        }
    }

    /** Methods that begin with {@code is} or {@code get} are no fields of a record: they are computed and checked. */
    private void leaveOutWhatIsDerived(Schema schema) {
        if (type.declared().isRecord()) {
            var known = new HashSet<>(fields.stream().map(ApiField::name).toList());
            var kept = new LinkedHashMap<>(schema.getProperties());
            kept.keySet().retainAll(known);
            schema.setProperties(kept);
        }
    }

    /** Where a type leaves out what is empty, it says itself what it never leaves out. */
    private void require(Schema schema) {
        var required = new ArrayList<String>();
        for (var field : fields) {
            if (schema.getProperties().containsKey(field.name())
                    && (type.taken() ? field.isDemanded() : isAlwaysThere(field))) {
                required.add(field.name());
            }
        }
        if (!includes(type.declared().declaredAnnotation(INCLUDE), "NON_EMPTY")) {
            schema.setRequired(required.isEmpty() ? null : required);
        }
    }

    /** What is null is left out of answers. */
    private boolean isAlwaysThere(ApiField field) {
        return includes(field.annotations().get(INCLUDE), "ALWAYS")
                || !field.isNullable() && !field.annotations().containsKey(ANY);
    }

    private static boolean includes(@Nullable AnnotationInstance annotation, String what) {
        return annotation != null
                && annotation.value() != null
                && annotation.value().asEnum().equals(what);
    }

    private static void replace(Schema schema, String name, Schema property) {
        var all = new LinkedHashMap<>(schema.getProperties());
        all.put(name, property);
        schema.setProperties(all);
    }
}
