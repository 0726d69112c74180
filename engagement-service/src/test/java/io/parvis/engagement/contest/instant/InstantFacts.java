package io.parvis.engagement.contest.instant;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.drawing.DrawPrize;
import io.parvis.engagement.drawing.Moments;
import io.parvis.engagement.drawing.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to instant win c1 of brand b1, with two bicycles to win. */
public final class InstantFacts {

    public static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    public static final Duration WINDOW = Duration.ofDays(14);
    public static final Instant CLAIM_BY = OPENS.plus(WINDOW);
    public static final String SEED = "03".repeat(32);
    public static final Moments MOMENTS =
            Moments.of(Seed.parse(SEED), "c1", OPENS, CLOSES, List.of(new DrawPrize("Bicycle", 2)));

    private InstantFacts() {}

    public static List<Object> published() {
        var rules = new ContestRules(
                "Win a bicycle",
                Mechanic.INSTANT_WIN,
                OPENS,
                CLOSES,
                "Europe/Paris",
                "Rules",
                null,
                new Frequency(Frequency.Mode.CALENDAR_DAY, 10, null),
                null,
                WINDOW,
                null,
                List.of(new Prize("Bicycle", 2, null)));
        return List.of(
                new ContestDrafted("c1", "b1", rules),
                new DrawCommitted("c1", "b1", "01".repeat(32), "AQ==", "k1"),
                new ContestPublished(
                        new ContestId("c1"),
                        new BrandId("b1"),
                        "Win a bicycle",
                        1,
                        OPENS,
                        CLOSES,
                        "Europe/Paris",
                        "00".repeat(32)));
    }

    /** Of the given rank, by the fan of the same number. */
    public static InstantPrizeWon won(int rank) {
        return new InstantPrizeWon("c1", "b1", rank, 0, "f" + rank, "e" + rank, CLAIM_BY);
    }

    public static List<Object> sealed(List<Object> before) {
        var hash = "02".repeat(32);
        return and(
                before,
                new ContestClosed("c1", "b1"),
                new EntriesSealed("c1", "b1", CLOSES.plusSeconds(1), 3, hash, hash, hash, hash));
    }

    public static List<Object> revealed(List<Object> before, int won) {
        return and(sealed(before), new MomentsRevealed("c1", "b1", SEED, won));
    }

    public static List<Object> and(List<Object> events, Object... more) {
        var all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return all;
    }
}
