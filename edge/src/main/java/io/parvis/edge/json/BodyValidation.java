package io.parvis.edge.json;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidatorContext;
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
        refuse(context().getValidator().validate(value));
    }

    /**
     * The same of a document that was changed: what was sent is judged. What rules over several members say is told where
     * their member was sent, or where they did not say so before.
     *
     * @throws InvalidRequest with what is wrong and where
     */
    <T> void checkSent(T before, T after, PatchedMembers sent) {
        var violations = validated(after, sent);
        if (!violations.isEmpty()) {
            var known = validated(before, sent).stream()
                    .map(ConstraintProblems::error)
                    .toList();
            refuse(violations.stream()
                    .filter(violation -> isNew(ConstraintProblems.error(violation), known, sent))
                    .collect(Collectors.toSet()));
        }
    }

    private static boolean isNew(Problem.Error error, List<Problem.Error> known, PatchedMembers sent) {
        return sent.include(error.pointer()) || !known.contains(error);
    }

    private <T> Set<ConstraintViolation<T>> validated(T value, PatchedMembers sent) {
        return context()
                .traversableResolver(new PatchedMembersResolver(sent))
                .getValidator()
                .validate(value);
    }

    private HibernateValidatorContext context() {
        return validators.usingContext().constraintValidatorPayload(new ErrorLimit());
    }

    private static void refuse(Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw ConstraintProblems.of(violations);
        }
    }
}
