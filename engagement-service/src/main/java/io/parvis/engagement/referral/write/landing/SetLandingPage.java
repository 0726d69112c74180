package io.parvis.engagement.referral.write.landing;

record SetLandingPage(String campaignId, String brandId, String url) {}
