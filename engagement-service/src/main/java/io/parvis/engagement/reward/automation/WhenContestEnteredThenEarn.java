package io.parvis.engagement.reward.automation;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.invitation.CampaignId;
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

@Singleton
class WhenContestEnteredThenEarn implements Automation {

    private final Earning earning;

    WhenContestEnteredThenEarn(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String name() {
        return "engagement.reward-contest-entered";
    }

    @Override
    public String sequencedBy() {
        return "entry";
    }

    @EventHandler
    Uni<?> on(ContestEntered entry, Reaction reaction, RecordedEvent recorded) {
        return earning.earn(
                new EarnByRule(
                        new PointsEntryId(Ulid.next()),
                        entry.brandId(),
                        entry.fanId(),
                        Kind.CONTEST_ENTERED,
                        new CampaignId(entry.contestId().value()),
                        entry.enteredAt()),
                reaction,
                recorded);
    }
}
