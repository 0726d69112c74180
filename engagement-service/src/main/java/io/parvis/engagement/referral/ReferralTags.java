package io.parvis.engagement.referral;

import io.parvis.engagement.invitation.CampaignId;
import org.axonframework.messaging.eventstreaming.Tag;

/** The tags under which it is decided where share links lead. */
public final class ReferralTags {

    /** Where the share links of a campaign lead. */
    public static final String LANDING = "landing-page";

    private ReferralTags() {}

    public static Tag landing(CampaignId campaignId) {
        return Tag.of(LANDING, campaignId.value());
    }
}
