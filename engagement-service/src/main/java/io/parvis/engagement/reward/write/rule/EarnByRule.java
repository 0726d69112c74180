package io.parvis.engagement.reward.write.rule;

import io.parvis.engagement.reward.RewardProgramme.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param campaignId absent where it belongs to none
 * @param at when the fan did it: the programme in force then judges it
 */
public record EarnByRule(
        String entryId,
        String brandId,
        String fanId,
        Kind kind,
        @Nullable String campaignId,
        Instant at) {}
