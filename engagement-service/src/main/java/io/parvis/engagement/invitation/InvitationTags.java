package io.parvis.engagement.invitation;

import io.parvis.engagement.id.FanId;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which it is decided who came through whom. */
public final class InvitationTags {

    /** One share link, by its token. */
    public static final String LINK = "referral-link";

    /** One fan's first touch with one campaign, and the link that the fan made. */
    public static final String CIRCLE = "circle";

    private InvitationTags() {}

    public static Tag link(String token) {
        return Tag.of(LINK, token);
    }

    public static Tag circle(CampaignId campaignId, FanId fanId) {
        return Tag.of(CIRCLE, circleValue(campaignId, fanId));
    }

    public static String circleValue(CampaignId campaignId, FanId fanId) {
        return campaignId + "/" + fanId;
    }
}
