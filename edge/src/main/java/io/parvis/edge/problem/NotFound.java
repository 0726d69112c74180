package io.parvis.edge.problem;

/** There is no such thing, or the caller may not know of it: 404 either way. */
public final class NotFound extends ProblemException {

    /** @param what such as {@code brand}: the type becomes {@code …/brand-not-found} */
    public NotFound(String what) {
        super(Problem.of(what + "-not-found", 404, "There is no such " + what, null));
    }
}
