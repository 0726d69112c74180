package io.parvis.edge.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Constraints of a record's members stand on the members. One that stands on the type alone, as in {@code some.where.
 * @NotNull Thing thing}, is compiled and never looked at.
 */
public final class CarryTheirConstraints extends ArchCondition<JavaClass> {

    public CarryTheirConstraints() {
        super("carry the constraints of their members where they are looked at");
    }

    @Override
    public void check(JavaClass record, ConditionEvents events) {
        for (var component : record.reflect().getRecordComponents()) {
            var onMember = new ArrayList<>(constraints(component.getAccessor().getAnnotations()));
            onMember.addAll(constraints(field(component).getAnnotations()));
            var onType = constraints(component.getAnnotatedType().getAnnotations());
            events.add(new SimpleConditionEvent(
                    record,
                    onMember.containsAll(onType),
                    "%s.%s has %s on its type only".formatted(record.getFullName(), component.getName(), onType)));
        }
    }

    private static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Class<? extends Annotation>> constraints(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(Constraint.class))
                .toList();
    }
}
