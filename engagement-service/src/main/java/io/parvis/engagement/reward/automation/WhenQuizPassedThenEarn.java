package io.parvis.engagement.reward.automation;

import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.quiz.event.AttemptFinished;
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
class WhenQuizPassedThenEarn implements Automation {

    private final Earning earning;

    WhenQuizPassedThenEarn(Earning earning) {
        this.earning = earning;
    }

    @Override
    public String name() {
        return "engagement.reward-quiz-passed";
    }

    @Override
    public String sequencedBy() {
        return "fan";
    }

    @EventHandler
    Uni<?> on(AttemptFinished attempt, Reaction reaction, RecordedEvent recorded) {
        return attempt.passed()
                ? earning.earn(
                        new EarnByRule(
                                new PointsEntryId(Ulid.next()),
                                attempt.brandId(),
                                attempt.fanId(),
                                Kind.QUIZ_PASSED,
                                new CampaignId(attempt.quizId().value()),
                                attempt.finishedAt()),
                        reaction,
                        recorded)
                : Uni.createFrom().voidItem();
    }
}
