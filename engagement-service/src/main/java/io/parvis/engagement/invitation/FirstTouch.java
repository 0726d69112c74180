package io.parvis.engagement.invitation;

import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.eventing.command.Criterion;

/** What settles a fan's circle in a campaign, beside taking part in it. */
public final class FirstTouch {

    private FirstTouch() {}

    /** One event or two, however far the campaign has spread. */
    public static Criterion of(CampaignId campaignId, FanId fanId) {
        return Criterion.tagged(InvitationTags.circle(campaignId, fanId), ReferralLinkMade.class, CircleJoined.class);
    }

    /** Whether an event of that criterion it is. */
    public static boolean isBy(Object event) {
        return event instanceof ReferralLinkMade || event instanceof CircleJoined;
    }
}
