package io.parvis.engagement.referral.write.landing;

import static io.parvis.engagement.contest.write.ContestFacts.OPENS;
import static io.parvis.engagement.contest.write.ContestFacts.and;
import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.referral.event.LandingPageSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetLandingPageTest {

    private static final String URL = "https://www.example.org/win";
    private static final LandingPageSet SET = new LandingPageSet("c1", "b1", URL);

    private final SetLandingPageHandler handler = new SetLandingPageHandler();

    @Test
    void setsThePageOfADraftToo() {
        assertThat(decide(List.of(brand(), published(null).getFirst()))).containsExactly(SET);
    }

    @Test
    void changesNothingWhereItIsSet() {
        assertThat(decide(and(published(null), brand(), SET))).isEmpty();
        assertThat(decide(and(published(null), brand(), SET, new LandingPageSet("c1", "b1", URL + "?a=b"))))
                .containsExactly(SET);
    }

    @Test
    void knowsNoCampaignOfAnotherBrand() {
        assertThatThrownBy(() -> decide(List.of(brand()))).isInstanceOf(NotFound.class);
    }

    @Test
    void changesNothingInTheNameOfAnArchivedBrand() {
        assertThatThrownBy(() -> decide(and(published(null), brand(), new BrandArchived(new BrandId("b1")))))
                .isInstanceOf(BrandIsArchived.class);
    }

    private List<LandingPageSet> decide(List<Object> given) {
        var state = handler.initial();
        for (var event : given) {
            state = handler.evolve(state, event);
        }
        return handler.decide(new SetLandingPage("c1", "b1", URL), state, OPENS);
    }
}
