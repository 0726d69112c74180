package io.parvis.engagement.referral.write.landing;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.referral.Campaign;
import io.parvis.engagement.referral.ReferralTags;
import io.parvis.engagement.referral.ReferralVersions;
import io.parvis.engagement.referral.event.LandingPageSet;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Drafts have one too, so that the first link leads there. Setting what is set changes nothing. */
@Singleton
class SetLandingPageHandler implements Decider<SetLandingPage, SetLandingPageHandler.State> {

    /** @param url empty where none was ever set */
    record State(BrandLife brand, Campaign campaign, String url) {}

    @Override
    public Boundary boundary(SetLandingPage command) {
        return Boundary.of(
                ReferralVersions.LANDING_PAGES.of(
                        command.campaignId().value(),
                        Criterion.latest(ReferralTags.landing(command.campaignId()), LandingPageSet.class)),
                Campaign.asContest(command.campaignId()),
                Campaign.asQuiz(command.campaignId()),
                BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, Campaign.UNKNOWN, "");
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case BrandRegistered brand -> new State(state.brand.evolve(brand), state.campaign, state.url);
            case BrandArchived brand -> new State(state.brand.evolve(brand), state.campaign, state.url);
            case LandingPageSet page -> new State(state.brand, state.campaign, page.url());
            default -> new State(state.brand, state.campaign.evolve(event), state.url);
        };
    }

    @Override
    public List<LandingPageSet> decide(SetLandingPage command, State state, Instant now) {
        state.campaign.mustBeOf(command.brandId());
        BrandGuard.mustBeActive(state.brand);
        return state.url.equals(command.url())
                ? List.of()
                : List.of(new LandingPageSet(command.campaignId(), command.brandId(), command.url()));
    }
}
