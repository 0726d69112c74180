package io.parvis.engagement.fan.personal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address to which mail can be sent, as {@link EmailAddress} knows one. */
@Constraint(validatedBy = Email.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Schema(
        format = "idn-email",
        description =
                "An e-mail address: at most 254 octets, 64 before the @, dots only between other characters, and a"
                        + " domain that IDNA 2008 knows.")
public @interface Email {

    String message() default "must be an e-mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is for others to refuse. */
    final class Validator implements ConstraintValidator<Email, String> {
        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || EmailAddress.isValid(address);
        }
    }
}
