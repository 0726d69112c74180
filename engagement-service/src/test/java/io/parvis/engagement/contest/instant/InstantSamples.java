package io.parvis.engagement.contest.instant;

import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.MomentsRevealed;
import java.time.Instant;
import java.util.List;

/** One sample of each event of instant wins. */
public final class InstantSamples {

    private InstantSamples() {}

    public static List<Object> events() {
        return List.of(
                new InstantPrizeWon("c1", "b1", 3, 0, "f1", "e1", Instant.parse("2026-07-18T10:00:00Z")),
                new MomentsRevealed("c1", "b1", "0b".repeat(32), 3));
    }
}
