package io.parvis.engagement.referral;

import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.eventing.command.ResourceType;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which referrals are decided. */
public final class ReferralTags {

    /** One share link, by its token. */
    public static final String LINK = "referral-link";

    /** One fan's first touch with one campaign, and the link that the fan made. */
    public static final String CIRCLE = "circle";

    /** Where the share links of a campaign lead. */
    public static final String LANDING = "landing-page";

    /** Where the share links of a campaign lead, as it was set last. */
    public static final ResourceType LANDING_PAGES = ResourceType.tagged(LANDING, LandingPageSet.class);

    private ReferralTags() {}

    public static Tag link(String token) {
        return Tag.of(LINK, token);
    }

    public static Tag circle(String campaignId, String fanId) {
        return Tag.of(CIRCLE, circleValue(campaignId, fanId));
    }

    public static Tag landing(String campaignId) {
        return Tag.of(LANDING, campaignId);
    }

    public static String circleValue(String campaignId, String fanId) {
        return campaignId + "/" + fanId;
    }
}
