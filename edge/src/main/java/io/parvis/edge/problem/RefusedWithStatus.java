package io.parvis.edge.problem;

/** Of what there is no more to say than the status does. */
public final class RefusedWithStatus extends ProblemException {

    public static final int NOT_ACCEPTABLE = 406;
    public static final int TOO_LARGE = 413;

    public RefusedWithStatus(int status) {
        super(Problem.forStatus(status));
    }
}
