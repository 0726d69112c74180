package io.parvis.eventing.edge;

/** The caller takes no format that the operation answers in: 406. */
final class NotAcceptable extends ProblemException {

    private static final int STATUS = 406;

    NotAcceptable() {
        super(Problem.forStatus(STATUS));
    }
}
