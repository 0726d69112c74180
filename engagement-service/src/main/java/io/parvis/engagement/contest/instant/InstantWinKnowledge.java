package io.parvis.engagement.contest.instant;

import io.parvis.engagement.drawing.Moments;
import java.time.Instant;

/**
 * What an entry to an instant win brings along: the secret moments, and how far they are known to be taken.
 *
 * @param taken how many moments are taken at least: wins are never undone
 * @param inLine whether the newest win is read with the decision, so that this entry can win
 */
public record InstantWinKnowledge(Moments moments, int taken, boolean inLine) {

    /** Whether it may be that the next moment has come. */
    public boolean mayWin(Instant now) {
        return moments.isDue(taken, now);
    }

    /** Whether it may win, and reads too little to know. */
    public boolean mustStandInLine(Instant now) {
        return !inLine && mayWin(now);
    }

    public InstantWinKnowledge standingInLine() {
        return new InstantWinKnowledge(moments, taken, true);
    }
}
