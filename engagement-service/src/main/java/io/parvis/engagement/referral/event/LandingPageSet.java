package io.parvis.engagement.referral.event;

import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.referral.ReferralTags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** A brand said where the share links of a campaign lead from now on, those made before too. */
@Event(namespace = "engagement", name = "LandingPageSet", version = "1")
public record LandingPageSet(
        @EventTag(key = ReferralTags.LANDING) CampaignId campaignId, BrandId brandId, String url) {}
