package io.parvis.edge.json;

import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.Comparator;
import java.util.Set;

/** Says of violated constraints what is wrong, and where. */
public final class ConstraintProblems {

    /** What resources call the parameter that takes the body. */
    private static final String BODY = "body";

    private ConstraintProblems() {}

    public static InvalidRequest of(Set<? extends ConstraintViolation<?>> violations) {
        return new InvalidRequest(violations.stream()
                .map(ConstraintProblems::error)
                .sorted(Comparator.comparing(Problem.Error::pointer))
                .toList());
    }

    /** A violated field by its JSON pointer; a violated parameter by its name. */
    static Problem.Error error(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(JsonErrors.escaped(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/')
                        .append(JsonErrors.escaped(ConcernedMembers.of(violation.getLeafBean(), node.getName())));
            }
        }
        var ofBody = !pointer.isEmpty() || parameter.isEmpty() || parameter.equals(BODY);
        return new Problem.Error(ofBody ? pointer.toString() : "parameter:" + parameter, violation.getMessage());
    }
}
