package io.parvis.edge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;

/**
 * A type whose JSON stands in a body.
 *
 * @param taken whether it is read from requests; others are written only
 */
record ApiType(ClassInfo declared, boolean taken) {

    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private static final DotName ASSERTED = DotName.createSimple("jakarta.validation.constraints.AssertTrue");

    /** What stands in it, by its fields: a record has one per component. */
    List<ApiField> fields(ApiTypeIndex types) {
        var fields = new ArrayList<ApiField>();
        for (var field : declared.fieldsInDeclarationOrder()) {
            if (isProperty(field)) {
                if (field.hasAnnotation(UNWRAPPED)) {
                    types.declared(field.type())
                            .map(inner -> new ApiType(inner, taken).fields(types))
                            .ifPresent(inner ->
                                    fields.addAll(ApiField.of(declared, field).isNullable() ? optional(inner) : inner));
                } else {
                    fields.add(ApiField.of(declared, field));
                }
            }
        }
        return fields;
    }

    /** Rules over several fields: what methods assert, and constraints on the type. */
    List<String> rules(ApiTypeIndex types) {
        var asserted = declared.methods().stream()
                .map(method -> method.declaredAnnotation(ASSERTED))
                .filter(Objects::nonNull)
                .map(rule -> rule.value("message"))
                .filter(Objects::nonNull)
                .map(AnnotationValue::asString);
        var ofTheType =
                declared.declaredAnnotations().stream().map(types::messageOf).flatMap(Optional::stream);
        return Stream.concat(asserted, ofTheType).sorted().toList();
    }

    private static List<ApiField> optional(List<ApiField> fields) {
        return fields.stream().map(ApiField::asOptional).toList();
    }

    private static boolean isProperty(FieldInfo field) {
        return !java.lang.reflect.Modifier.isStatic(field.flags()) && !field.isSynthetic();
    }
}
