package io.parvis.engagement.contest.instant;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import java.util.List;

/** One sample of each event of instant wins. */
public final class InstantSamples {

    private static final BrandId BRAND = new BrandId("b1");
    private static final ContestId CONTEST = new ContestId("c1");

    private InstantSamples() {}

    public static List<Object> events() {
        return List.of(
                new InstantPrizeWon(
                        CONTEST,
                        BRAND,
                        3,
                        0,
                        new FanId("f1"),
                        new EntryId("e1"),
                        Instant.parse("2026-07-18T10:00:00Z")),
                new MomentsRevealed(CONTEST, BRAND, "0b".repeat(32), 3));
    }
}
