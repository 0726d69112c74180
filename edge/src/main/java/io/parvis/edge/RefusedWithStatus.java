package io.parvis.edge;

/** Of what there is no more to say than the status does. */
final class RefusedWithStatus extends ProblemException {

    static final int NOT_ACCEPTABLE = 406;
    static final int TOO_LARGE = 413;

    RefusedWithStatus(int status) {
        super(Problem.forStatus(status));
    }
}
