package io.parvis.edge.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An absolute address of the web, with a host that can be one and without a user. */
@Constraint(validatedBy = WebAddress.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Schema(
        format = "uri",
        description = "An address of the web, without a user; domains are compared as IDNA 2008 has them.")
public @interface WebAddress {

    String message() default "must be an address such as https://example.org/news, without a user";

    /** The schemes that are taken, in lower case. */
    String[] schemes() default {"https", "http"};

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid here; see {@code @NotNull}. */
    final class Validator implements ConstraintValidator<WebAddress, String> {

        private List<String> schemes = List.of();

        @Override
        public void initialize(WebAddress address) {
            schemes = List.of(address.schemes());
        }

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            if (address == null) {
                return true;
            }
            var parts = WebAddressParts.of(address);
            return parts != null && schemes.contains(parts.scheme());
        }
    }
}
