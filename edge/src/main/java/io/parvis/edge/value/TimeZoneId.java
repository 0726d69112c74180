package io.parvis.edge.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A region of the IANA time zone database, such as {@code Europe/Paris}; its older names are taken too, offsets are not. */
@Constraint(validatedBy = TimeZoneId.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Schema(description = "A region of the IANA time zone database, such as Europe/Paris; no offset.")
public @interface TimeZoneId {

    String message() default "must be an IANA time zone such as Europe/Paris";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid here; see {@code @NotNull}. */
    final class Validator implements ConstraintValidator<TimeZoneId, String> {

        /** Names that the JDK alone knows, and no other reader of an answer. */
        private static final String OF_THE_JDK = "SystemV/";

        private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> !zone.startsWith(OF_THE_JDK))
                .collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
            return zone == null || REGIONS.contains(zone);
        }

        public static ZoneId zone(String text) {
            if (!REGIONS.contains(text)) {
                throw new DateTimeException("not a region");
            }
            return ZoneId.of(text);
        }
    }
}
