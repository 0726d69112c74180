package io.parvis.engagement.contest.instant;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.command.Criterion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the decision on an entry knows of an instant win's wins.
 *
 * @param taken how many moments are taken; known only to whoever stands in line
 * @param byFan whether this fan has won already: one prize per fan
 */
public record Wins(int taken, boolean byFan) {

    public static final Wins NONE = new Wins(0, false);

    /**
     * What an entry wins.
     *
     * @param rank of the win: so many moments are taken with it
     * @param prize index into the prizes of the rules
     */
    public record Win(int rank, int prize) {}

    /** The newest win: it says how many there are. */
    public static Criterion newest(ContestId contestId) {
        return Criterion.latest(ContestTags.instantWins(contestId), InstantPrizeWon.class);
    }

    /** Takes in the fan's own win, or the newest of all. */
    public Wins with(InstantPrizeWon won, FanId fanId) {
        return new Wins(Math.max(taken, won.rank()), byFan || won.fanId().equals(fanId));
    }

    /**
     * The first moment that nobody has taken, where it has come. Only who stands in line can take it.
     *
     * @return null where it wins nothing
     */
    public @Nullable Win take(InstantWinKnowledge chance, Instant now) {
        return byFan || !chance.inLine() || !chance.moments().isDue(taken, now)
                ? null
                : new Win(taken + 1, chance.moments().get(taken).prize());
    }
}
