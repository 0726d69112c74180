package io.parvis.engagement.referral.write.share;

import io.parvis.eventing.command.Refusal;

/** What is not offered yet is not passed on. */
class CampaignNotPublished extends Refusal {

    CampaignNotPublished() {
        super("The campaign is not published", "A draft is shared with nobody.");
    }
}
