package io.parvis.engagement.contest.write.draw;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.event.ContestDrawn.Winner;
import io.parvis.engagement.drawing.BeaconValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param beacon what the caller says that it said */
record DrawContest(
        ContestId contestId, BrandId brandId, @Nullable BeaconValue beacon) {

    /** What a draw must know once everything allows it. */
    enum Need {
        OUTCOME
    }

    /**
     * The outcome.
     *
     * @param seed revealed
     * @param alternates how many
     */
    record Found(String seed, List<Winner> winners, int alternates) {}
}
