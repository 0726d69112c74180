package io.parvis.edge.problem;

/** Not now, but soon: 503 with Retry-After. */
public final class Unavailable extends ProblemException {

    public Unavailable(String name, String title, String detail) {
        super(Problem.of(name, 503, title, detail));
    }

    /** Where it is why something is parked, whoever operates the service reads the detail as well. */
    @Override
    public String toString() {
        return super.toString() + ". " + problem().detail();
    }

    @Override
    public int retryAfterSeconds() {
        return 1;
    }
}
