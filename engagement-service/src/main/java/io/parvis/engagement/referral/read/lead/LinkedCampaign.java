package io.parvis.engagement.referral.read.lead;

import io.parvis.engagement.invitation.CampaignKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a link is to; nothing of whoever shares it.
 *
 * @param referralToken to be given with the registration, the entry or the attempt
 */
@Schema(name = "LinkedCampaign")
record LinkedCampaign(String brandId, String campaignId, CampaignKind kind, String name, String referralToken) {}
