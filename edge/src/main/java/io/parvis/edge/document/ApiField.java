package io.parvis.edge.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

/** One property of a type, with all that is declared of it: on the field, its type, and the setter of its name. */
record ApiField(String name, Type type, Map<DotName, AnnotationInstance> annotations, boolean optional) {

    private static final DotName PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SETTER = DotName.createSimple("com.fasterxml.jackson.annotation.JsonSetter");
    private static final Set<DotName> DEMANDING = Set.of(
            DotName.createSimple("jakarta.validation.constraints.NotNull"),
            DotName.createSimple("jakarta.validation.constraints.NotBlank"),
            DotName.createSimple("jakarta.validation.constraints.NotEmpty"));

    static ApiField of(ClassInfo declaring, FieldInfo field) {
        var found = new LinkedHashMap<DotName, AnnotationInstance>();
        field.type().annotations().forEach(each -> found.put(each.name(), each));
        field.declaredAnnotations().forEach(each -> found.put(each.name(), each));
        var component = declaring.recordComponent(field.name());
        if (component != null) {
            component.declaredAnnotations().forEach(each -> found.put(each.name(), each));
            component.type().annotations().forEach(each -> found.put(each.name(), each));
        }
        var setter = declaring.method(setterOf(field.name()), field.type());
        if (setter != null) {
            setter.annotations().stream()
                    .filter(each -> each.target().kind() == AnnotationTarget.Kind.METHOD)
                    .forEach(each -> found.put(each.name(), each));
        }
        return new ApiField(named(field.name(), found), field.type(), found, false);
    }

    private static String named(String field, Map<DotName, AnnotationInstance> annotations) {
        var property = annotations.get(PROPERTY);
        return property == null || property.value() == null
                ? field
                : property.value().asString();
    }

    private static String setterOf(String field) {
        return "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    ApiField asOptional() {
        return new ApiField(name, type, annotations, true);
    }

    /** Whether a request without it is refused: it cannot be absent, or a constraint says that it must not. */
    boolean isDemanded() {
        return !optional
                && (type.kind() == Type.Kind.PRIMITIVE
                        || annotations.keySet().stream().anyMatch(DEMANDING::contains));
    }

    boolean isNullable() {
        return optional || annotations.containsKey(NULLABLE);
    }

    /** Whether null is told from absent, and refused. */
    boolean refusesNull() {
        var setter = annotations.get(SETTER);
        return setter != null
                && setter.value("nulls") != null
                && setter.value("nulls").asEnum().equals("FAIL");
    }
}
