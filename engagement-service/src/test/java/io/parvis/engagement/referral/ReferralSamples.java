package io.parvis.engagement.referral;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.engagement.referral.event.ReferralConverted;
import java.util.List;

/** One sample of each event of referrals. */
public final class ReferralSamples {

    private static final BrandId BRAND = new BrandId("b1");
    private static final CampaignId CAMPAIGN = new CampaignId("c1");
    private static final FanId FAN = new FanId("f1");
    private static final FanId ANOTHER_FAN = new FanId("f2");

    private ReferralSamples() {}

    public static List<Object> events() {
        return List.of(
                new ReferralLinkMade("t1", CAMPAIGN, CampaignKind.QUIZ, BRAND, FAN, 2),
                new CircleJoined(CAMPAIGN, BRAND, ANOTHER_FAN, FAN, 3),
                new ReferralConverted(BRAND, CAMPAIGN, ANOTHER_FAN, FAN),
                new LandingPageSet(CAMPAIGN, BRAND, "https://www.example.org/quiz"));
    }
}
