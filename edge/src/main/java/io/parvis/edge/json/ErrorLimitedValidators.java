package io.parvis.edge.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import io.quarkus.hibernate.validator.runtime.ArcConstraintValidatorFactoryImpl;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * Skips constraints whose result cannot matter any more. Hibernate Validator collects all violations, in a set where
 * those of one list collide, so that many of them take a time that grows with their square; and it runs a pattern
 * over a text whose length is refused beside it.
 */
@Singleton
class ErrorLimitedValidators implements ValidatorFactoryCustomizer {

    /** No pattern describes a longer text. */
    static final int LONGEST_FOR_A_PATTERN = 10_000;

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.constraintValidatorFactory(new Factory(new ArcConstraintValidatorFactoryImpl()));
    }

    private record Factory(ConstraintValidatorFactory made) implements ConstraintValidatorFactory {

        /** Callers know a validator by its interface only. */
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
            return (T) (ConstraintValidator) new Limited(made.getInstance(type));
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> instance) {
            if (instance instanceof Limited<?, ?> limited) {
                made.releaseInstance(limited.constraint);
            }
        }
    }

    private static final class Limited<A extends Annotation, T> implements HibernateConstraintValidator<A, T> {

        private final ConstraintValidator<A, T> constraint;
        private boolean isPattern;

        Limited(ConstraintValidator<A, T> constraint) {
            this.constraint = constraint;
        }

        @Override
        public void initialize(
                ConstraintDescriptor<A> descriptor, HibernateConstraintValidatorInitializationContext context) {
            if (constraint instanceof HibernateConstraintValidator<A, T> ofHibernate) {
                ofHibernate.initialize(descriptor, context);
            }
        }

        @Override
        public void initialize(A annotation) {
            isPattern = annotation instanceof Pattern;
            constraint.initialize(annotation);
        }

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            var budget = context.unwrap(HibernateConstraintValidatorContext.class)
                    .getConstraintValidatorPayload(ErrorLimit.class);
            if (budget != null && budget.isSpent()) {
                return true;
            }
            boolean valid = !isTooLongForAPattern(value) && constraint.isValid(value, context);
            if (budget != null && !valid) {
                budget.spend();
            }
            return valid;
        }

        private boolean isTooLongForAPattern(@Nullable T value) {
            return isPattern && value instanceof CharSequence text && text.length() > LONGEST_FOR_A_PATTERN;
        }
    }
}
