package io.parvis.presence.brand;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A language in which a brand speaks, by a tag of BCP 47. */
@Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,10}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {

    String message() default "must be a language tag such as fr or fr-CA";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
