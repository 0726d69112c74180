package io.parvis.engagement.referral.write.share;

/**
 * @param freshToken for the link, where the fan has none yet
 * @param known whether the link that is there was told already: nothing is left but to say up to where that is true
 */
record ShareCampaign(String campaignId, String brandId, String fanId, String freshToken, boolean known) {

    ShareCampaign(String campaignId, String brandId, String fanId, String freshToken) {
        this(campaignId, brandId, fanId, freshToken, false);
    }

    ShareCampaign knowing() {
        return new ShareCampaign(campaignId, brandId, fanId, freshToken, true);
    }
}
