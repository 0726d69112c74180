package io.parvis.engagement.contest.write.enter;

/** Not a refusal: the rules ask for something that the command does not carry yet. */
final class MoreToKnow extends RuntimeException {

    enum What {
        COUNT,
        AGE
    }

    private final What what;

    MoreToKnow(What what) {
        super(what.name(), null, false, false);
        this.what = what;
    }

    What what() {
        return what;
    }
}
