package io.parvis.edge.testing;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import io.parvis.edge.json.StrictJson;
import io.parvis.edge.value.Key;
import io.parvis.edge.value.Prose;
import io.parvis.edge.value.Quoted;
import io.parvis.edge.value.TextKind;
import io.parvis.eventing.testing.ProductionClasses;
import io.quarkus.arc.Arc;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts in the bodies of a service's operations, asked of the mapper that reads them. */
public final class TextFields {

    private static final Set<Class<?>> WITHOUT_A_LENGTH = Set.of(NotNull.class, NotBlank.class);

    private final DefaultDeserializationContext context;
    private final Set<Class<?>> seen = new HashSet<>();
    private final List<TextField> found = new ArrayList<>();
    private final List<String> unruly = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TextFields(ObjectMapper mapper) {
        context = ((DefaultDeserializationContext) mapper.getDeserializationContext())
                .createInstance(mapper.getDeserializationConfig(), null, mapper.getInjectableValues());
    }

    /** What is wrong with how they take {@link HostileTexts}; and where there are none at all. */
    public static List<String> misreading(String basePackage) {
        var json = Arc.container().instance(StrictJson.class).get();
        var fields = walked(basePackage);
        for (var field : fields.found) {
            for (var sample : HostileTexts.samples()) {
                if (!field.takesAsItShould(json, sample)) {
                    fields.faults.add(field + " and " + sample);
                }
            }
        }
        return fields.faults;
    }

    /** Those that are read past the rule for texts, and those that may be of any length; and where there are none at all. */
    public static List<String> withoutARule(String basePackage) {
        var fields = walked(basePackage);
        fields.faults.addAll(fields.unruly);
        return fields.faults;
    }

    private static TextFields walked(String basePackage) {
        var mapper = Arc.container().instance(ObjectMapper.class).get();
        var fields = new TextFields(mapper);
        RequestBodies.of(ProductionClasses.of(basePackage)).forEach(fields::walk);
        if (fields.found.isEmpty()) {
            fields.faults.add("no text in any body of " + basePackage);
        }
        return fields;
    }

    private void walk(Class<?> type) {
        try {
            walk(context.findRootValueDeserializer(context.constructType(type)), TextField.in(type));
        } catch (JsonMappingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void walk(JsonDeserializer<?> reader, TextField place) throws JsonMappingException {
        if (reader instanceof BeanDeserializerBase bean && seen.add(bean.handledType())) {
            var object = place.object(primitives(bean));
            for (var properties = bean.properties(); properties.hasNext(); ) {
                var property = properties.next();
                look(property, object.member(property.getName(), kindOf(property)));
            }
        }
    }

    /** What must be there, or the reading ends before the rest of a body is looked at. */
    private static String primitives(BeanDeserializerBase bean) {
        var members = new StringBuilder();
        bean.properties().forEachRemaining(property -> {
            if (property.getType().isPrimitive()) {
                members.append("\"%s\":%s,"
                        .formatted(property.getName(), property.getType().hasRawClass(boolean.class) ? "true" : "1"));
            }
        });
        return members.toString();
    }

    private void look(BeanProperty property, TextField member) throws JsonMappingException {
        var type = property.getType();
        var place = member;
        while (type.isContainerType()) {
            type = type.getContentType();
            place = place.element();
        }
        var reader = context.findContextualValueDeserializer(type, property);
        if (type.hasRawClass(String.class)) {
            found.add(place);
            check(property, reader);
        } else {
            walk(reader, place);
        }
    }

    private static TextKind kindOf(BeanProperty property) {
        return Map.of(Key.class, TextKind.KEY, Prose.class, TextKind.PROSE, Quoted.class, TextKind.QUOTED)
                .entrySet()
                .stream()
                .filter(kind -> property.getAnnotation(kind.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TextKind.LINE);
    }

    private void check(BeanProperty property, JsonDeserializer<?> reader) {
        var name = property.getMember().getDeclaringClass().getName() + "." + property.getName();
        if (!reader.getClass().getSimpleName().equals("StrictText")) {
            unruly.add(name + " is read past the rule for texts");
        }
        if (annotations(property)
                .noneMatch(constraint ->
                        constraint.isAnnotationPresent(Constraint.class) && !WITHOUT_A_LENGTH.contains(constraint))) {
            unruly.add(name + " may be of any length");
        }
    }

    /** Of what Jackson sets, and of the field behind it. */
    private static Stream<Class<? extends Annotation>> annotations(BeanProperty property) {
        var set = property.getMember().getAllAnnotations().annotations();
        var fields = Arrays.stream(property.getMember().getDeclaringClass().getDeclaredFields())
                .filter(field -> field.getName().equals(property.getName()))
                .flatMap(field -> Arrays.stream(field.getAnnotations()));
        return Stream.concat(StreamSupport.stream(set.spliterator(), false), fields)
                .map(Annotation::annotationType);
    }
}
