package io.parvis.engagement.reward;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.event.PointsExpired;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import io.parvis.engagement.reward.event.TierKept;
import io.parvis.engagement.reward.event.TierLost;
import io.parvis.engagement.reward.event.TierReached;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One sample of each event of rewards. */
public final class RewardSamples {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");

    private static final Instant REACHED = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant KEEPS_UNTIL = Instant.parse("2027-09-28T22:00:00Z");

    private RewardSamples() {}

    public static List<Object> events() {
        return List.of(
                new RewardProgrammeSet(BRAND, 2, programme(), Instant.parse("2026-07-04T10:00:00Z")),
                new PointsMoved(
                        new PointsEntryId("p1"), BRAND, FAN, PointsOperation.EARN, 25, null, "Thanks", "c1", ledger()),
                new PointsExpired(BRAND, FAN, 5, ledger()),
                new TierReached(BRAND, FAN, "silver", "bronze", REACHED, ledger()),
                new TierKept(BRAND, FAN, "silver", KEEPS_UNTIL, ledger()),
                new TierLost(BRAND, FAN, "gold", "silver", TierLost.Reason.GRACE_OVER, KEEPS_UNTIL, ledger()));
    }

    private static RewardProgramme programme() {
        return new RewardProgramme(
                "Europe/Paris",
                List.of(new RewardProgramme.Rule(RewardProgramme.Kind.CONTEST_ENTERED, "c1", 25)),
                new PointsCap(500, PointsCap.Period.WEEK),
                new PointsExpiry(PointsExpiry.Mode.SLIDING, null, 90),
                new TierScheme(TierScheme.Period.ROLLING, 12, 90, List.of(new Tier("silver", "Argent", 30))));
    }

    private static Ledger ledger() {
        var lot = new Lot(15, Instant.parse("2026-10-02T22:00:00Z"), 90);
        return new Ledger(
                40,
                5,
                5,
                List.of(lot),
                List.of(new Ledger.Reservation(new PointsReservationId("p0"), List.of(lot))),
                new PointsCap.Use(PointsCap.Period.WEEK, LocalDate.parse("2026-06-29"), 40),
                new Standing(
                        40,
                        new TreeMap<>(Map.of(YearMonth.parse("2026-06"), 25L, YearMonth.parse("2026-07"), 15L)),
                        new Standing.Held("silver", REACHED, KEEPS_UNTIL)));
    }
}
