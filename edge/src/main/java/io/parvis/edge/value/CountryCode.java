package io.parvis.edge.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code that ISO 3166-1 alpha-2 assigns to a country, in capital letters. */
@Constraint(validatedBy = CountryCode.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Schema(
        pattern = "^[A-Z]{2}$",
        description = "A country by a code that ISO 3166-1 alpha-2 assigns, such as GB: not UK, not EU.")
public @interface CountryCode {

    String message() default "must be an ISO 3166-1 code such as FR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid here; see {@code @NotNull}. */
    final class Validator implements ConstraintValidator<CountryCode, String> {
        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            if (code == null || Countries.has(code)) {
                return true;
            }
            var meant = Countries.meant(code.toUpperCase(Locale.ROOT));
            if (Countries.has(meant)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(
                                context.getDefaultConstraintMessageTemplate() + ": here " + meant)
                        .addConstraintViolation();
            }
            return false;
        }
    }
}
