package io.parvis.engagement.contest.instant;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CLOSES;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.WINDOW;

import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.contest.write.ContestFacts;
import io.parvis.engagement.drawing.DrawPrize;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.drawing.Moments;
import io.parvis.engagement.drawing.Seed;
import io.parvis.engagement.id.FanId;
import java.time.Instant;
import java.util.List;

/** What happened to the contest where it is an instant win. */
public final class InstantFacts {

    public static final Instant CLAIM_BY = OPENS.plus(WINDOW);
    public static final String SEED = "03".repeat(32);
    public static final Moments MOMENTS =
            Moments.of(Seed.parse(SEED), CONTEST, OPENS, CLOSES, List.of(new DrawPrize("Bicycle", 2)));

    private InstantFacts() {}

    public static List<Object> published() {
        return ContestFacts.published(new ContestRules(
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
                List.of(new Prize("Bicycle", 2, null))));
    }

    /** Of the given rank, by the fan of the same number: the first by Alice. */
    public static InstantPrizeWon won(int rank) {
        return new InstantPrizeWon(CONTEST, BRAND, rank, 0, new FanId("f" + rank), new EntryId("e" + rank), CLAIM_BY);
    }

    /** With so many moments taken. */
    public static MomentsRevealed revealed(int won) {
        return new MomentsRevealed(CONTEST, BRAND, SEED, won);
    }
}
