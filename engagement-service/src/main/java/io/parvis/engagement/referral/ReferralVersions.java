package io.parvis.engagement.referral;

import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.eventing.command.ResourceType;

/** Which events make another version of what. */
public final class ReferralVersions {

    /** Where the share links of a campaign lead, as it was set last. */
    public static final ResourceType LANDING_PAGES = ResourceType.tagged(ReferralTags.LANDING, LandingPageSet.class);

    private ReferralVersions() {}
}
