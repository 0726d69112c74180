package io.parvis.gateway.problem;

/** Ends a request with a problem; carries no stack trace, for it is an answer and not a fault. */
public final class GatewayProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GatewayProblem problem;

    public GatewayProblemException(GatewayProblem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public GatewayProblem problem() {
        return problem;
    }
}
