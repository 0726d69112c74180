package io.parvis.eventing.testing;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import io.quarkus.arc.Arc;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts in the bodies of a service's operations, asked of the mapper that reads them. */
public final class TextFields {

    private static final Set<Class<?>> WITHOUT_A_LENGTH = Set.of(NotNull.class, NotBlank.class);

    private final DefaultDeserializationContext context;
    private final Set<Class<?>> seen = new HashSet<>();
    private final List<String> judged = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TextFields(ObjectMapper mapper) {
        context = ((DefaultDeserializationContext) mapper.getDeserializationContext())
                .createInstance(mapper.getDeserializationConfig(), null, mapper.getInjectableValues());
    }

    /** Those that are read past the rule for texts, and those that may be of any length; and where there are none at all. */
    public static List<String> withoutARule(String basePackage) {
        var mapper = Arc.container().instance(ObjectMapper.class).get();
        var fields = new TextFields(mapper);
        RequestBodies.of(Architecture.of(basePackage)).forEach(fields::walk);
        if (fields.judged.isEmpty()) {
            fields.faults.add("no text in any body of " + basePackage);
        }
        return fields.faults;
    }

    private void walk(Class<?> type) {
        try {
            walk(context.findRootValueDeserializer(context.constructType(type)));
        } catch (JsonMappingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void walk(JsonDeserializer<?> reader) throws JsonMappingException {
        if (reader instanceof BeanDeserializerBase bean && seen.add(bean.handledType())) {
            for (var properties = bean.properties(); properties.hasNext(); ) {
                look(properties.next());
            }
        }
    }

    private void look(BeanProperty property) throws JsonMappingException {
        var type = property.getType();
        while (type.isContainerType()) {
            type = type.getContentType();
        }
        var reader = context.findContextualValueDeserializer(type, property);
        if (type.hasRawClass(String.class)) {
            judged.add(property.getFullName().toString());
            check(property, reader);
        } else {
            walk(reader);
        }
    }

    private void check(BeanProperty property, JsonDeserializer<?> reader) {
        var name = property.getMember().getDeclaringClass().getName() + "." + property.getName();
        if (!reader.getClass().getSimpleName().equals("StrictText")) {
            faults.add(name + " is read past the rule for texts");
        }
        if (annotations(property)
                .noneMatch(constraint ->
                        constraint.isAnnotationPresent(Constraint.class) && !WITHOUT_A_LENGTH.contains(constraint))) {
            faults.add(name + " may be of any length");
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
