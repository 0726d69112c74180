package io.parvis.engagement.contest.write.draw;

import io.parvis.engagement.contest.event.ContestDrawn.Winner;
import io.parvis.engagement.drawing.BeaconValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param beacon what the caller says that it said
 * @param found the outcome; null where it is not looked for before the draw is known to be allowed
 */
record DrawContest(
        String contestId,
        String brandId,
        @Nullable BeaconValue beacon,
        @Nullable Found found) {

    /**
     * @param seed revealed
     * @param alternates how many
     */
    record Found(String seed, List<Winner> winners, int alternates) {}

    DrawContest with(Found outcome) {
        return new DrawContest(contestId, brandId, beacon, outcome);
    }
}
