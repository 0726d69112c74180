package io.parvis.edge.problem;

/** A problem without details, only the status. */
public final class RefusedWithStatus extends ProblemException {

    public static final int NOT_ACCEPTABLE = 406;
    public static final int TOO_LARGE = 413;

    public RefusedWithStatus(int status) {
        super(Problem.forStatus(status));
    }
}
