package io.parvis.edge.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The day on which somebody who is alive was born: not in the future, and not 150 years ago or more. */
@Constraint(validatedBy = BirthDate.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Schema(description = "A day in the past 150 years.")
public @interface BirthDate {

    String message() default "must be a day in the past 150 years";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid here; see {@code @NotNull}. */
    final class Validator implements ConstraintValidator<BirthDate, LocalDate> {

        private static final int OLDEST = 150;

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            if (day == null) {
                return true;
            }
            var today = LocalDate.now(context.getClockProvider().getClock());
            return !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST));
        }
    }
}
