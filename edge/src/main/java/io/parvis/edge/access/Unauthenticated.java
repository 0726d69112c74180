package io.parvis.edge.access;

import io.parvis.edge.problem.Problem;
import io.parvis.edge.problem.ProblemException;

/** The request does not come through the gateway: 401. */
public final class Unauthenticated extends ProblemException {

    Unauthenticated() {
        super(Problem.of(
                "not-authenticated", 401, "Who is calling is not known", "Services accept what the gateway signed."));
    }
}
