package io.parvis.engagement.reward.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.Standing;
import io.parvis.engagement.reward.Tier;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fan's tier and the way to the next one.
 *
 * @param code absent, with the name and the times, where the fan has none
 * @param keepsUntil until when it is kept, grace included, if nothing more is earned; absent where it is for good
 * @param qualifyingPoints what counts in the programme's period
 * @param next absent on the highest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FanTier")
record FanTier(
        @Nullable String code,
        @Nullable String name,
        @Nullable Instant since,
        @Nullable Instant keepsUntil,
        long qualifyingPoints,
        @Nullable Next next) {

    /** @param missingPoints how many more must qualify */
    @Schema(name = "NextTier")
    record Next(String code, String name, long missingPoints) {}

    /** Null where the programme has no tiers. */
    static @Nullable FanTier of(Standing standing, RewardProgramme programme, Instant at) {
        var scheme = programme.tiers();
        if (scheme == null) {
            return null;
        }
        long points = scheme.qualifying(standing, at, programme.zone());
        var held = standing.tier();
        var level = held == null ? null : scheme.level(held.code());
        // In grace a fan may have less than the tier held asks; the next one is above it all the same.
        var above = scheme.above(level == null ? points : Math.max(points, level.from()));
        return level == null
                ? new FanTier(null, null, null, null, points, next(above, points))
                : new FanTier(level.code(), level.name(), held.since(), held.keepsUntil(), points, next(above, points));
    }

    private static @Nullable Next next(@Nullable Tier tier, long points) {
        return tier == null ? null : new Next(tier.code(), tier.name(), Math.max(0, tier.from() - points));
    }
}
