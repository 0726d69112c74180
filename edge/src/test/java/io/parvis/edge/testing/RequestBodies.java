package io.parvis.edge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * What operations take as bodies, and what is in them. A list declares how long it may be, so that one that is longer is
 * neither made nor validated; other containers are not read with a bound, and stand in no body.
 */
public final class RequestBodies {

    /** Elements by the ten thousand are validated in some milliseconds. */
    private static final int LONGEST_LIST = 10_000;

    private final Set<Class<?>> seen = new HashSet<>();
    private final List<String> unbounded = new ArrayList<>();

    private RequestBodies() {}

    /** Fields that hold as much as a caller likes. */
    public static List<String> withoutBound(JavaClasses classes) {
        var found = new RequestBodies();
        of(classes).forEach(found::walk);
        return found.unbounded;
    }

    /** What operations take as bodies. */
    static List<Class<?>> of(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(RequestBodies::isOperation)
                .flatMap(RequestBodies::taken)
                .distinct()
                .toList();
    }

    /** The type of the body, and the one that is told where a tree is taken: what a PATCH changes. */
    private static Stream<Class<?>> taken(Method operation) {
        var read = Arrays.stream(operation.getParameters())
                .filter(RequestBodies::isBody)
                .<Class<?>>map(Parameter::getType);
        var described = operation.getAnnotation(RequestBody.class);
        return described == null
                ? read
                : Stream.concat(
                        read,
                        Arrays.stream(described.content())
                                .<Class<?>>map(content -> content.schema().implementation())
                                .filter(type -> type.getName().startsWith("io.parvis.")));
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getType().getName().startsWith("io.parvis.")
                && Arrays.stream(parameter.getAnnotations())
                        .noneMatch(annotation ->
                                annotation.annotationType().getName().startsWith("jakarta.ws.rs."));
    }

    private void walk(Class<?> type) {
        if (!type.getName().startsWith("io.parvis.") || type.isEnum() || !seen.add(type)) {
            return;
        }
        for (var field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !isOurOwn(field)) {
                look(field);
            }
        }
    }

    /** What a body notes for itself: an enumeration bounds it. */
    private static boolean isOurOwn(Field field) {
        return field.getGenericType() instanceof ParameterizedType of
                && of.getRawType() == Set.class
                && of.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isEnum();
    }

    private void look(Field field) {
        var type = field.getType();
        if (type == List.class) {
            var size = field.getAnnotation(Size.class);
            if (size == null || size.max() > LONGEST_LIST) {
                unbounded.add(field.toString());
            }
            elements(field.getAnnotatedType());
        } else if (isContainer(type)) {
            unbounded.add(field.toString());
        }
        walk(type);
    }

    private void elements(AnnotatedType list) {
        if (list instanceof AnnotatedParameterizedType of
                && of.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> element
                && !isContainer(element)) {
            walk(element);
        } else {
            unbounded.add(list.toString());
        }
    }

    private static boolean isContainer(Class<?> type) {
        return type.isArray()
                || type == Object.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || JsonNode.class.isAssignableFrom(type);
    }
}
