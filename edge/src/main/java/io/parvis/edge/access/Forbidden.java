package io.parvis.edge.access;

import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The caller sees the brand and lacks the role: 403. */
public final class Forbidden extends ProblemException {

    Forbidden(Role... wanted) {
        super(Problem.of(
                "role-missing",
                403,
                "You may not do this",
                wanted.length == 0
                        ? "No role may."
                        : "It takes one of these roles: "
                                + Arrays.stream(wanted).map(Role::text).collect(Collectors.joining(", ")) + "."));
    }
}
