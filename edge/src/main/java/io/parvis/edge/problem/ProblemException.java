package io.parvis.edge.problem;

/** Ends a request with a problem document. Cheap: it has no stack trace, since it is an answer and not a fault. */
public abstract class ProblemException extends RuntimeException {

    private final transient Problem problem;

    protected ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Seconds after which trying again is right; 0 where it is not. */
    public int retryAfterSeconds() {
        return 0;
    }
}
