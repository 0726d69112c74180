package io.parvis.engagement.reward.write.rule;

import static io.parvis.engagement.fan.write.FanFacts.ERASED;
import static io.parvis.eventing.command.DeciderFixture.NOW;
import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.reward.PointsCap;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.RewardProgramme;
import io.parvis.engagement.reward.RewardProgramme.Kind;
import io.parvis.engagement.reward.RewardProgramme.Rule;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.engagement.reward.write.PointsHistory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarnByRuleTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final FanId FAN = new FanId("f1");
    private static final PointsEntryId POINTS_ENTRY = new PointsEntryId("e1");

    private static final Instant MORNING = NOW.minusSeconds(3_600);
    private static final PointsHistory REWARDED = PointsHistory.under(rewarding(25), MORNING);
    private static final EarnByRule EARN = entered(NOW);

    @Test
    void givesWhatTheRuleSays() {
        decider(new EarnByRuleHandler()).given(REWARDED.events()).when(EARN).then(earned(REWARDED, 25));
    }

    @Test
    void givesWhatTheCapLeaves() {
        var history = REWARDED.earned(90, MORNING);

        decider(new EarnByRuleHandler()).given(history.events()).when(EARN).then(earned(history, 10));
    }

    @Test
    void givesNothingWhereTheCapLeavesNothing() {
        decider(new EarnByRuleHandler())
                .given(REWARDED.earned(100, MORNING).events())
                .when(EARN)
                .thenNothing();
    }

    @Test
    void judgesByTheProgrammeThatWasInForceWhenTheFanDidIt() {
        var history = REWARDED.nowUnder(rewarding(40), NOW);

        var recorded = decider(new EarnByRuleHandler())
                .given(history.events())
                .when(entered(NOW.minusSeconds(1)))
                .thenRecorded();

        assertThat(recorded)
                .singleElement()
                .isInstanceOfSatisfying(
                        PointsMoved.class, moved -> assertThat(moved.points()).isEqualTo(25));
    }

    @Test
    void givesNothingWithoutARule() {
        decider(new EarnByRuleHandler())
                .given(PointsHistory.ofNothing().events())
                .when(EARN)
                .thenNothing();
    }

    @Test
    void givesNothingToAnErasedFan() {
        decider(new EarnByRuleHandler())
                .given(REWARDED.events())
                .and(ERASED)
                .when(EARN)
                .thenNothing();
    }

    @Test
    void givesNothingInTheNameOfAnArchivedBrand() {
        decider(new EarnByRuleHandler())
                .given(REWARDED.events())
                .and(new BrandArchived(BRAND))
                .when(EARN)
                .thenNothing();
    }

    /** At most 100 a day. */
    private static RewardProgramme rewarding(long points) {
        return new RewardProgramme(
                "Europe/Paris",
                List.of(new Rule(Kind.CONTEST_ENTERED, "c1", points)),
                new PointsCap(100, PointsCap.Period.DAY),
                null,
                null);
    }

    private static EarnByRule entered(Instant at) {
        return new EarnByRule(POINTS_ENTRY, BRAND, FAN, Kind.CONTEST_ENTERED, new CampaignId("c1"), at);
    }

    private static PointsMoved earned(PointsHistory before, long points) {
        var after = before.earned(points, NOW).books();
        return new PointsMoved(POINTS_ENTRY, BRAND, FAN, PointsOperation.EARN, points, null, null, "c1", after);
    }
}
