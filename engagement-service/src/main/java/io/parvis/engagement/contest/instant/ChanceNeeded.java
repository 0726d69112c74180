package io.parvis.engagement.contest.instant;

/** Not a refusal: the contest is an instant win, and the entry does not bring along what decides whether it wins. */
public final class ChanceNeeded extends RuntimeException {

    private final boolean inLine;

    ChanceNeeded(boolean inLine) {
        super(inLine ? "in line" : "moments", null, false, false);
        this.inLine = inLine;
    }

    /** Whether it may win, and must stand in line for it. */
    public boolean inLine() {
        return inLine;
    }
}
