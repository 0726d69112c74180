package io.parvis.engagement.contest.instant;

import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.eventing.command.Boundary.Criterion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decision on an entry knows of an instant win's wins.
 *
 * @param taken how many moments are taken; known only to whoever stands in line
 * @param byFan whether this fan has won already: one prize per fan
 */
public record Wins(int taken, boolean byFan) {

    /**
     * What an entry wins.
     *
     * @param rank of the win: so many moments are taken with it
     * @param prize index into the prizes of the rules
     */
    public record Win(int rank, int prize) {}

    /** The newest win: it says how many there are. */
    public static Criterion newest(String contestId) {
        return Criterion.latest(ContestTags.instantWins(contestId), InstantPrizeWon.class);
    }

    public static Wins of(List<InstantPrizeWon> known, String fanId) {
        return new Wins(
                known.stream().mapToInt(InstantPrizeWon::rank).max().orElse(0),
                known.stream().anyMatch(won -> won.fanId().equals(fanId)));
    }

    /**
     * The first moment that nobody has taken, where it has come.
     *
     * @param chance null where the entry does not bring it along
     * @return null where it wins nothing
     * @throws ChanceNeeded where it takes more to know that
     */
    public @Nullable Win take(@Nullable Chance chance, Instant now) {
        if (byFan) {
            return null;
        }
        if (chance == null) {
            throw new ChanceNeeded(false);
        }
        var next = chance.inLine() ? taken : chance.taken();
        if (!chance.moments().isDue(next, now)) {
            return null;
        }
        if (!chance.inLine()) {
            throw new ChanceNeeded(true);
        }
        return new Win(next + 1, chance.moments().get(next).prize());
    }
}
