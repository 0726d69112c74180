package io.parvis.engagement.reward.write.rule;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.RewardProgramme.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param campaignId absent where it belongs to none
 * @param at when the fan did it: the programme in force then judges it
 */
public record EarnByRule(
        PointsEntryId entryId,
        BrandId brandId,
        FanId fanId,
        Kind kind,
        @Nullable CampaignId campaignId,
        Instant at) {}
