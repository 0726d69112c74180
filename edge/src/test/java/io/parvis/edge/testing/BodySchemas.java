package io.parvis.edge.testing;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.tngtech.archunit.core.domain.JavaClass;
import io.parvis.eventing.testing.ProductionClasses;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Whether the document says of every type that is read from a body what reading it does: asked of the mapper that reads
 * it and of the validator that checks it, not of the code that makes the document.
 */
final class BodySchemas {

    private static final Set<Class<?>> DEMANDING = Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final JsonNode schemas;
    private final ObjectMapper mapper;
    private final Validator validator;
    private final List<String> lies = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();

    BodySchemas(JsonNode document, ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
        this.schemas = document.at("/components/schemas");
    }

    /** What is not so, each with its type and field. */
    List<String> lies(String basePackage) {
        ProductionClasses.of(basePackage).stream()
                .filter(found -> found.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(BodySchemas::isOperation)
                .flatMap(method -> bodies(method).stream())
                .forEach(type -> check(mapper.constructType(type)));
        if (seen.isEmpty()) {
            lies.add("no operation of " + basePackage + " takes a body");
        }
        return lies;
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static List<Class<?>> bodies(Method method) {
        var found = new ArrayList<Class<?>>();
        for (Parameter parameter : method.getParameters()) {
            if (isOurs(parameter.getType()) && !parameter.isAnnotationPresent(BeanParam.class)) {
                found.add(parameter.getType());
            }
        }
        var described = method.getAnnotation(RequestBody.class);
        if (described != null) {
            Arrays.stream(described.content())
                    .map(content -> content.schema().implementation())
                    .filter(BodySchemas::isOurs)
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.parvis.") && !type.isEnum();
    }

    private void check(JavaType type) {
        if (type.isContainerType()) {
            check(type.getContentType());
        } else if (isOurs(type.getRawClass()) && seen.add(type.getRawClass())) {
            var properties = mapper.getDeserializationConfig().introspect(type).findProperties().stream()
                    .filter(BeanPropertyDefinition::couldDeserialize)
                    .toList();
            compare(type.getRawClass(), properties);
            properties.forEach(property -> check(property.getPrimaryType()));
        }
    }

    private void compare(Class<?> type, List<BeanPropertyDefinition> properties) {
        var name = nameOf(type);
        var schema = schemas.path(name);
        var names =
                properties.stream().map(BeanPropertyDefinition::getName).collect(Collectors.toCollection(TreeSet::new));
        same(name + ": fields", names, namesOf(schema.path("properties").fieldNames()));
        same(name + ": other fields", false, schema.path("additionalProperties").asBoolean(true));
        var required = properties.stream()
                .filter(property -> isDemanded(type, property))
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        same(name + ": required", required, texts(schema.path("required")));
        for (var property : properties) {
            for (var constraint : constraints(type, property.getName())) {
                check(
                        name + "." + property.getName(),
                        constraint.getAnnotation(),
                        schema.path("properties").path(property.getName()));
            }
        }
    }

    private boolean isDemanded(Class<?> type, BeanPropertyDefinition property) {
        return property.getPrimaryType().isPrimitive()
                || constraints(type, property.getName()).stream()
                        .anyMatch(constraint ->
                                DEMANDING.contains(constraint.getAnnotation().annotationType()));
    }

    /** Those on the field, and those that one of ours is made of. */
    private List<ConstraintDescriptor<?>> constraints(Class<?> type, String property) {
        var described = validator.getConstraintsForClass(type).getConstraintsForProperty(property);
        var all = new ArrayList<ConstraintDescriptor<?>>();
        if (described != null) {
            described.getConstraintDescriptors().forEach(each -> {
                all.add(each);
                all.addAll(each.getComposingConstraints());
            });
        }
        return all;
    }

    private void check(String where, Annotation constraint, JsonNode schema) {
        switch (constraint) {
            case Min min ->
                same(where + ": minimum", min.value(), schema.path("minimum").asLong(Long.MIN_VALUE));
            case Max max ->
                same(where + ": maximum", max.value(), schema.path("maximum").asLong(Long.MAX_VALUE));
            case Size size -> {
                var kind = schema.has("items") ? "Items" : "Length";
                // One at least, where it must not be empty either.
                same(where + ": least", true, schema.path("min" + kind).asInt(0) >= size.min());
                same(where + ": most", size.max(), schema.path("max" + kind).asInt(Integer.MAX_VALUE));
            }
            case Pattern pattern -> {
                if (!pattern.regexp().isEmpty()) {
                    var told = schema.path("pattern").asText();
                    same(where + ": the whole text fits", true, told.startsWith("^") && told.endsWith("$"));
                    same(where + ": pattern", true, told.contains(pattern.regexp()));
                }
            }
            default -> {}
        }
    }

    private void same(String what, Object checked, Object told) {
        if (!checked.equals(told)) {
            lies.add(what + ": checked " + checked + ", told " + told);
        }
    }

    private static String nameOf(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOf(java.util.Iterator<String> names) {
        var all = new TreeSet<String>();
        names.forEachRemaining(all::add);
        return all;
    }
}
