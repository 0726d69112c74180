package io.parvis.engagement.contest.write.redraw;

/** Not a refusal: the prize passes on, and the command does not carry the alternate whose turn it is. */
final class AlternateToFind extends RuntimeException {

    private final int number;

    AlternateToFind(int number) {
        super("alternate " + number, null, false, false);
        this.number = number;
    }

    /** From 1. */
    int number() {
        return number;
    }
}
