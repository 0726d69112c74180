package io.parvis.engagement.reward;

import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One sample of each event of rewards. */
public final class RewardSamples {

    private RewardSamples() {}

    public static List<Object> events() {
        return List.of(
                new RewardProgrammeSet("b1", 2, programme(), Instant.parse("2026-07-04T10:00:00Z")),
                new PointsMoved("p1", "b1", "f1", Operation.EARN, 25, null, "Thanks", "c1", ledger()),
                new PointsExpired("b1", "f1", 5, ledger()));
    }

    private static RewardProgramme programme() {
        return new RewardProgramme(
                "Europe/Paris",
                List.of(new RewardProgramme.Rule(RewardProgramme.Kind.CONTEST_ENTERED, "c1", 25)),
                new PointsCap(500, PointsCap.Period.WEEK),
                new PointsExpiry(PointsExpiry.Mode.SLIDING, null, 90));
    }

    private static Ledger ledger() {
        var lot = new Lot(15, Instant.parse("2026-10-02T22:00:00Z"), 90);
        return new Ledger(
                40,
                5,
                5,
                List.of(lot),
                List.of(new Ledger.Reservation("p0", List.of(lot))),
                new PointsCap.Use(PointsCap.Period.WEEK, LocalDate.parse("2026-06-29"), 40));
    }
}
