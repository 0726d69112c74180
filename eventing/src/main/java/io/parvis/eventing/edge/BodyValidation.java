package io.parvis.eventing.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidatorFactory;

/** Holds what was read from a request to the constraints that its type declares, and stops once there is enough to tell. */
@ApplicationScoped
class BodyValidation {

    private final HibernateValidatorFactory validators;

    BodyValidation(ValidatorFactory validators) {
        this.validators = validators.unwrap(HibernateValidatorFactory.class);
    }

    /** @throws InvalidRequest with what is wrong and where */
    void check(Object value) {
        var violations = validators
                .usingContext()
                .constraintValidatorPayload(new ErrorBudget())
                .getValidator()
                .validate(value);
        if (!violations.isEmpty()) {
            throw ProblemMappers.invalid(violations);
        }
    }
}
