package io.parvis.engagement.referral.write.share;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;

/** @param freshToken for the link, where the fan has none yet */
record ShareCampaign(CampaignId campaignId, BrandId brandId, FanId fanId, String freshToken) {}
