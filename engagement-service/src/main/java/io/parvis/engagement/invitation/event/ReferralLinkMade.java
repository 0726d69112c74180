package io.parvis.engagement.invitation.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.InvitationTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * A fan has a link to share. It never changes, so whoever holds it may be believed without reading on.
 *
 * @param token 20 random bytes in base64url: it says nothing of the fan, and nobody finds it by trying
 * @param depth the fan's own circle, which is settled by now: whoever comes through the link stands one further out
 */
@Event(namespace = "engagement", name = "ReferralLinkMade", version = "1")
public record ReferralLinkMade(
        @EventTag(key = InvitationTags.LINK) String token,
        CampaignId campaignId,
        CampaignKind kind,
        BrandId brandId,
        @EventTag(key = "fan") FanId fanId,
        int depth) {

    @EventTag(key = InvitationTags.CIRCLE)
    String circle() {
        return InvitationTags.circleValue(campaignId, fanId);
    }
}
