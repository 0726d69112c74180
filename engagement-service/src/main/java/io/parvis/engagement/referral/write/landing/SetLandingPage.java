package io.parvis.engagement.referral.write.landing;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.invitation.CampaignId;

record SetLandingPage(CampaignId campaignId, BrandId brandId, String url) {}
