package io.parvis.edge.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The length of a text is that of JSON Schema's {@code maxLength}: its code points, and not the UTF-16 units that Java
 * counts. So {@link Size} means in the check what it says in the API document.
 */
@ApplicationScoped
class CodePointSize implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).validatedBy(Validator.class).includeExistingValidators(true);
        configuration.addMapping(mapping);
    }

    /** For {@link String} alone, which is nearer to a field than the built-in one for any sequence of characters. */
    public static final class Validator implements ConstraintValidator<Size, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int length = text.codePointCount(0, text.length());
            return length >= min && length <= max;
        }
    }
}
