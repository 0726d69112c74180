package io.parvis.engagement.contest.write;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Beacon;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.DrawCommitted;
import io.parvis.engagement.contest.event.EntriesSealed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to contest c1 of brand b1, in the words of its events. */
public final class ContestFacts {

    public static final Instant OPENS = Instant.parse("2026-07-04T10:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-07-26T20:00:00Z");
    public static final Instant DRAWN_AT = CLOSES.plusSeconds(600);
    public static final Duration WINDOW = Duration.ofDays(14);

    private ContestFacts() {}

    public static List<Object> published(@Nullable Beacon beacon) {
        var rules = new ContestRules(
                "Win a bicycle",
                Mechanic.DRAW,
                OPENS,
                CLOSES,
                "Europe/Paris",
                "Rules",
                null,
                null,
                null,
                WINDOW,
                beacon,
                List.of(new Prize("Bicycle", 2, null)));
        return List.of(
                new ContestDrafted("c1", "b1", rules),
                new ContestPublished(
                        new ContestId("c1"),
                        new BrandId("b1"),
                        "Win a bicycle",
                        1,
                        OPENS,
                        CLOSES,
                        "Europe/Paris",
                        "00".repeat(32)),
                new DrawCommitted("c1", "b1", "01".repeat(32), "AQ==", "k1"));
    }

    public static List<Object> closed(@Nullable Beacon beacon) {
        return and(published(beacon), new ContestClosed("c1", "b1"));
    }

    public static List<Object> sealed(@Nullable Beacon beacon) {
        var hash = "02".repeat(32);
        return and(closed(beacon), new EntriesSealed("c1", "b1", CLOSES.plusSeconds(1), 3, hash, hash, hash, hash));
    }

    /** f1 and f2 won, until the window ends. */
    public static List<Object> drawn() {
        var winners =
                List.of(new ContestDrawn.Winner(1, 11, "e1", "f1", 0), new ContestDrawn.Winner(2, 12, "e2", "f2", 0));
        return and(
                sealed(null), new ContestDrawn("c1", "b1", "03".repeat(32), null, winners, 1, DRAWN_AT.plus(WINDOW)));
    }

    public static List<Object> and(List<Object> events, Object... more) {
        var all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return all;
    }
}
