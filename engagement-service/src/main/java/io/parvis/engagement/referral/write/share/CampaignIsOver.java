package io.parvis.engagement.referral.write.share;

import io.parvis.eventing.command.Refusal;

/** Nobody is invited to what they can no longer take part in. */
class CampaignIsOver extends Refusal {

    CampaignIsOver() {
        super("The campaign is over", "It is closed or cancelled; links that were made before still lead on.");
    }
}
