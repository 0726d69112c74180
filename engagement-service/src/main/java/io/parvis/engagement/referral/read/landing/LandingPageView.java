package io.parvis.engagement.referral.read.landing;

import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "landing_page")
class LandingPageView extends VersionedView {

    @Id
    String campaignId;

    String brandId;
    String url;

    protected LandingPageView() {}

    LandingPageView(String campaignId, String brandId) {
        this.campaignId = campaignId;
        this.brandId = brandId;
    }
}
