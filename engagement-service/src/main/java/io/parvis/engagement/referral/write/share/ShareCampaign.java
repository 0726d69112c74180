package io.parvis.engagement.referral.write.share;

/** @param freshToken for the link, where the fan has none yet */
record ShareCampaign(String campaignId, String brandId, String fanId, String freshToken) {}
