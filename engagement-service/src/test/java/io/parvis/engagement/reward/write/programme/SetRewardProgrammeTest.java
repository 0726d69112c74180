package io.parvis.engagement.reward.write.programme;

import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.engagement.reward.write.Programmes.rollingExpiry;
import static io.parvis.eventing.command.DeciderFixture.NOW;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.reward.event.RewardProgrammeSet;
import org.junit.jupiter.api.Test;

class SetRewardProgrammeTest {

    private static final BrandId BRAND = new BrandId("b1");

    private static final SetRewardProgramme SET = new SetRewardProgramme(BRAND, rollingExpiry(2));

    @Test
    void setsTheFirstVersion() {
        decider(new SetRewardProgrammeHandler()).given(brand()).when(SET).then(set(1, 2));
    }

    @Test
    void setsTheNextVersion() {
        decider(new SetRewardProgrammeHandler())
                .given(brand(), set(1, 2), set(2, 3))
                .when(SET)
                .then(set(3, 2));
    }

    @Test
    void changesNothingWhereItIsInForce() {
        decider(new SetRewardProgrammeHandler())
                .given(brand(), set(1, 2))
                .when(SET)
                .thenNothing();
    }

    @Test
    void setsNothingForAnArchivedBrand() {
        decider(new SetRewardProgrammeHandler())
                .given(brand(), new BrandArchived(BRAND))
                .when(SET)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new SetRewardProgrammeHandler())
                .given(brand(new BrandId("b2")))
                .when(SET)
                .thenRefused(NotFound.class);
    }

    private static RewardProgrammeSet set(int version, int days) {
        return new RewardProgrammeSet(BRAND, version, rollingExpiry(days), NOW);
    }
}
