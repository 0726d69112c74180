package io.parvis.engagement.reward.write;

import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsExpiry;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Tier;
import io.parvis.engagement.reward.TierScheme;
import io.parvis.engagement.reward.TierScheme.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programmes in few words, all of Paris. */
public final class Programmes {

    public static final Tier BRONZE = new Tier("bronze", "Bronze", 100);
    private static final Tier SILVER = new Tier("silver", "Argent", 500);
    private static final Tier GOLD = new Tier("gold", "Or", 1_000);

    private Programmes() {}

    /** Bronze from 100 points, silver from 500, gold from 1,000. */
    public static RewardProgramme tiers(Period period, @Nullable Integer months, @Nullable Integer graceDays) {
        return tiers(period, months, graceDays, BRONZE, SILVER, GOLD);
    }

    public static RewardProgramme tiers(
            Period period, @Nullable Integer months, @Nullable Integer graceDays, Tier... levels) {
        return programme(null, null, new TierScheme(period, months, graceDays, List.of(levels)));
    }

    public static RewardProgramme cap(long points, PointsCap.Period period) {
        return programme(new PointsCap(points, period), null, null);
    }

    /** Points expire that many days after they were earned. */
    public static RewardProgramme rollingExpiry(int days) {
        return programme(null, new PointsExpiry(PointsExpiry.Mode.ROLLING, null, days), null);
    }

    public static RewardProgramme programme(
            @Nullable PointsCap cap, @Nullable PointsExpiry expiry, @Nullable TierScheme tiers) {
        return new RewardProgramme("Europe/Paris", List.of(), cap, expiry, tiers);
    }
}
