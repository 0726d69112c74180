package io.parvis.engagement.referral.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan who came through somebody became a customer afterwards. Once per fan.
 *
 * @param campaignId the first in which the fan came through somebody
 * @param referrerFanId through whom
 */
@Event(namespace = "engagement", name = "ReferralConverted", version = "1")
public record ReferralConverted(
        BrandId brandId,
        CampaignId campaignId,
        @EventTag(key = "fan") FanId fanId,
        FanId referrerFanId) {}
