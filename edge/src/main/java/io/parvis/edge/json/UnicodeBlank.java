package io.parvis.edge.json;

import com.ibm.icu.lang.UCharacter;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Blanks are those of all scripts, and not only what {@link String#trim} takes for one: {@link NotBlank} means in the
 * check what its {@code \S} says in the API document.
 */
@ApplicationScoped
class UnicodeBlank implements ValidatorFactoryCustomizer {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(NotBlank.class)
                .validatedBy(Validator.class)
                .includeExistingValidators(true);
        configuration.addMapping(mapping);
    }

    /** For {@link String} alone, which is nearer to a field than the built-in one for any sequence of characters. */
    public static final class Validator implements ConstraintValidator<NotBlank, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text != null && text.codePoints().anyMatch(one -> !isBlank(one));
        }

        private static boolean isBlank(int character) {
            return UCharacter.isUWhiteSpace(character) || character == BYTE_ORDER_MARK;
        }
    }
}
