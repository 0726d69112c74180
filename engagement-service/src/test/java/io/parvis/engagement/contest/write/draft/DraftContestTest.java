package io.parvis.engagement.contest.write.draft;

import static io.parvis.engagement.contest.write.ContestFacts.BRAND;
import static io.parvis.engagement.contest.write.ContestFacts.CONTEST;
import static io.parvis.engagement.contest.write.ContestFacts.RULES;
import static io.parvis.engagement.contest.write.ContestFacts.drafted;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.edge.brand.BrandIsArchived;
import org.junit.jupiter.api.Test;

class DraftContestTest {

    private static final DraftContest DRAFT = new DraftContest(CONTEST, BRAND, RULES);

    @Test
    void writesDownWhatAContestWouldBe() {
        decider(new DraftContestHandler()).given(brand()).when(DRAFT).then(drafted());
    }

    @Test
    void writesNothingDownForABrandThatIsSilent() {
        decider(new DraftContestHandler())
                .given(brand(), new BrandArchived(BRAND))
                .when(DRAFT)
                .thenRefused(BrandIsArchived.class);
    }
}
