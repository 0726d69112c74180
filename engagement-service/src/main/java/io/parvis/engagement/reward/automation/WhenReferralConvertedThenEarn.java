package io.parvis.engagement.reward.automation;

import io.parvis.engagement.referral.event.ReferralConverted;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.RewardProgramme.Kind;
import io.parvis.engagement.reward.write.rule.EarnByRule;
import io.parvis.eventing.id.Ulid;
import io.parvis.eventing.projection.Automation;
import io.parvis.eventing.projection.Reaction;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** The bonus of whoever brought the new customer, whose own comes with {@link WhenFanBecameCustomerThenEarn}. */
@Singleton
class WhenReferralConvertedThenEarn implements Automation {

    private final Earning earning;

    WhenReferralConvertedThenEarn(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String name() {
        return "engagement.reward-referral-converted";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<?> on(ReferralConverted referral, Reaction reaction, RecordedEvent recorded) {
        return earning.earn(
                new EarnByRule(
                        new PointsEntryId(Ulid.next()),
                        referral.brandId(),
                        referral.referrerFanId(),
                        Kind.REFERRAL_CONVERTED,
                        referral.campaignId(),
                        recorded.recordedAt()),
                reaction,
                recorded);
    }
}
