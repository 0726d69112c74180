package io.parvis.engagement.referral;

import io.parvis.engagement.invitation.CampaignKind;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.engagement.referral.event.ReferralConverted;
import java.util.List;

/** One sample of each event of referrals. */
public final class ReferralSamples {

    private ReferralSamples() {}

    public static List<Object> events() {
        return List.of(
                new ReferralLinkMade("t1", "c1", CampaignKind.QUIZ, "b1", "f1", 2),
                new CircleJoined("c1", "b1", "f2", "f1", 3),
                new ReferralConverted("b1", "c1", "f2", "f1"),
                new LandingPageSet("c1", "b1", "https://www.example.org/quiz"));
    }
}
