package io.parvis.engagement.referral.read.landing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "landing_page")
class LandingPageView {

    @Id
    String campaignId;

    String brandId;
    String url;
    long version;

    protected LandingPageView() {}

    LandingPageView(String campaignId, String brandId) {
        this.campaignId = campaignId;
        this.brandId = brandId;
    }
}
