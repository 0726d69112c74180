package io.parvis.engagement.referral.read.landing;

import io.parvis.engagement.referral.ReferralTags;
import io.parvis.engagement.referral.ReferralVersions;
import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.eventing.command.ResourceType;
import io.parvis.eventing.projection.Projection;
import io.parvis.eventing.projection.VersionedView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class LandingPageProjection implements Projection {

    @Override
    public String name() {
        return "engagement.landing-pages";
    }

    @Override
    public String sequencedBy() {
        return ReferralTags.LANDING;
    }

    @Override
    public Map<ResourceType, Class<? extends VersionedView>> versions() {
        return Map.of(ReferralVersions.LANDING_PAGES, LandingPageView.class);
    }

    @EventHandler
    Uni<Void> on(LandingPageSet event, Mutiny.Session session) {
        return session.find(LandingPageView.class, event.campaignId().value()).chain(known -> {
            var page = known == null
                    ? new LandingPageView(
                            event.campaignId().value(), event.brandId().value())
                    : known;
            page.url = event.url();
            return known == null ? session.persist(page) : Uni.createFrom().voidItem();
        });
    }
}
