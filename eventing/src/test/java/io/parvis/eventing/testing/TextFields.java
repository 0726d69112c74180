package io.parvis.eventing.testing;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.arc.Arc;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Architecture.of(basePackage).stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .flatMap(operation -> Arrays.stream(operation.getParameters()))
                .filter(parameter -> parameter.getType().getName().startsWith("io.parvis.")
                        && Arrays.stream(parameter.getAnnotations())
                                .noneMatch(annotation ->
                                        annotation.annotationType().getName().startsWith("jakarta.ws.rs.")))
                .forEach(body -> fields.walk(body.getType()));
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
        var annotations = property.getMember().getAllAnnotations().annotations();
        if (StreamSupport.stream(annotations.spliterator(), false)
                .map(annotation -> annotation.annotationType())
                .noneMatch(constraint -> constraint.isAnnotationPresent(Constraint.class)
                        && !WITHOUT_A_LENGTH.contains(constraint))) {
            faults.add(name + " may be of any length");
        }
    }
}
