package io.parvis.engagement.referral.write.share;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandLife;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandGuard;
import io.parvis.engagement.fan.FanGuard;
import io.parvis.engagement.fan.FanLife;
import io.parvis.engagement.invitation.FirstTouch;
import io.parvis.engagement.invitation.event.CircleJoined;
import io.parvis.engagement.invitation.event.ReferralLinkMade;
import io.parvis.engagement.referral.Campaign;
import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.NothingChanged;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link per fan and campaign. It settles the fan's circle: whoever came through somebody keeps theirs, and whoever
 * came by nobody yet stands in circle 0, whatever token they bring later.
 */
@Singleton
class ShareCampaignHandler implements Decider<ShareCampaign, ShareCampaignHandler.State> {

    /** @param depth the fan's circle so far */
    record State(
            BrandLife brand,
            FanLife fan,
            Campaign campaign,
            int depth,
            @Nullable ReferralLinkMade link) {}

    @Override
    public Boundary boundary(ShareCampaign command) {
        return Boundary.reading(
                FirstTouch.of(command.campaignId(), command.fanId()),
                Campaign.asContest(command.campaignId()),
                Campaign.asQuiz(command.campaignId()),
                FanGuard.life(command.fanId()),
                BrandGuard.life(command.brandId()));
    }

    @Override
    public State initial() {
        return new State(BrandLife.UNKNOWN, FanLife.UNKNOWN, Campaign.UNKNOWN, 0, null);
    }

    @Override
    public State evolve(State state, Object event) {
        return switch (event) {
            case BrandRegistered brand ->
                new State(state.brand.evolve(brand), state.fan, state.campaign, state.depth, state.link);
            case BrandArchived brand ->
                new State(state.brand.evolve(brand), state.fan, state.campaign, state.depth, state.link);
            case CircleJoined joined -> new State(state.brand, state.fan, state.campaign, joined.depth(), state.link);
            case ReferralLinkMade link -> new State(state.brand, state.fan, state.campaign, state.depth, link);
            default ->
                new State(state.brand, state.fan.evolve(event), state.campaign.evolve(event), state.depth, state.link);
        };
    }

    @Override
    public List<Object> decide(ShareCampaign command, State state, Instant now) {
        state.campaign.mustBeOf(command.brandId());
        FanGuard.mustBeFanOf(command.brandId(), state.fan);
        if (state.link != null) {
            return List.of(new NothingChanged(state.link.token()));
        }
        BrandGuard.mustBeActive(state.brand);
        if (!state.campaign.isPublished()) {
            throw new CampaignNotPublished();
        }
        if (state.campaign.isOverAt(now)) {
            throw new CampaignIsOver();
        }
        return List.of(new ReferralLinkMade(
                command.freshToken(),
                command.campaignId(),
                state.campaign.kind(),
                command.brandId(),
                command.fanId(),
                state.depth));
    }
}
