package io.parvis.eventing.testing;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event's JSON may hold, by its class: every field, however deep, with its kind, whether it may be absent, and the
 * values of what is one of few. A sample cannot tell all that: it leaves out what it does not set.
 */
public final class EventShape {

    private final ObjectMapper json;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private EventShape(ObjectMapper json) {
        this.json = json;
    }

    /** @return by path, such as {@code prizes[].value.amount}: the kind, such as {@code BigDecimal?} */
    public static Map<String, String> of(Class<?> event, ObjectMapper json) {
        var shape = new EventShape(json);
        shape.object("", json.constructType(event));
        return shape.fields;
    }

    private void object(String path, JavaType type) {
        for (var property : json.getSerializationConfig().introspect(type).findProperties()) {
            if (property.couldSerialize()) {
                var name = path.isEmpty() ? property.getName() : path + "." + property.getName();
                value(name, property.getPrimaryType(), isNullable(property) ? "?" : "");
            }
        }
    }

    private void value(String path, JavaType declared, String absent) {
        var type = written(declared);
        if (type.isMapLikeType()) {
            fields.put(path, "map by " + kind(type.getKeyType()) + absent);
            value(path + "{}", type.getContentType(), "");
        } else if (type.isContainerType()) {
            fields.put(path, "list" + absent);
            value(path + "[]", type.getContentType(), "");
        } else if (isOurs(type.getRawClass()) && !type.isEnumType()) {
            fields.put(path, "object" + absent);
            object(path, type);
        } else {
            fields.put(path, kind(type) + absent);
        }
    }

    /** What is one value in JSON, such as an id, is of that value's kind. */
    private JavaType written(JavaType type) {
        var value = json.getSerializationConfig().introspect(type).findJsonValueAccessor();
        return value == null || type.isEnumType() ? type : value.getType();
    }

    private String kind(JavaType declared) {
        var type = written(declared);
        return type.isEnumType()
                ? Arrays.stream(type.getRawClass().getEnumConstants())
                        .map(constant -> json.valueToTree(constant).asText())
                        .collect(Collectors.joining(" | "))
                : type.getRawClass().getSimpleName();
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.parvis.");
    }

    private static boolean isNullable(BeanPropertyDefinition property) {
        var annotated = property.getAccessor().getAnnotated();
        AnnotatedType type = annotated instanceof Method getter ? getter.getAnnotatedReturnType() : null;
        return type != null && type.isAnnotationPresent(Nullable.class);
    }
}
