package io.parvis.engagement.invitation.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.InvitationTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan's first touch with a campaign was somebody's link. Once per fan and campaign; who comes without a link is in
 * circle 0 without a word of it in the log.
 *
 * @param referrerFanId through whom; never the fan itself
 * @param depth one more than the referrer's: 1 at least
 */
@Event(namespace = "engagement", name = "CircleJoined", version = "1")
public record CircleJoined(
        CampaignId campaignId,
        BrandId brandId,
        @EventTag(key = "fan") FanId fanId,
        FanId referrerFanId,
        int depth) {

    @EventTag(key = InvitationTags.CIRCLE)
    String circle() {
        return InvitationTags.circleValue(campaignId, fanId);
    }
}
