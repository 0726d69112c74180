package io.parvis.engagement.referral.write.landing;

import static io.parvis.engagement.contest.write.ContestFacts.published;
import static io.parvis.engagement.fan.write.FanFacts.brand;
import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.engagement.invitation.CampaignId;
import io.parvis.engagement.referral.event.LandingPageSet;
import org.junit.jupiter.api.Test;

class SetLandingPageTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandId ANOTHER_BRAND = new BrandId("b2");
    private static final CampaignId CAMPAIGN = new CampaignId("c1");

    private static final String URL = "https://www.example.org/win";
    private static final LandingPageSet PAGE = new LandingPageSet(CAMPAIGN, BRAND, URL);
    private static final LandingPageSet ANOTHER = new LandingPageSet(CAMPAIGN, BRAND, URL + "?a=b");
    private static final SetLandingPage SET = new SetLandingPage(CAMPAIGN, BRAND, URL);

    @Test
    void setsThePageOfADraftToo() {
        decider(new SetLandingPageHandler())
                .given(brand(), published().getFirst())
                .when(SET)
                .then(PAGE);
    }

    @Test
    void changesNothingWhereItIsSet() {
        decider(new SetLandingPageHandler())
                .given(published())
                .and(brand(), PAGE)
                .when(SET)
                .thenNothing();
    }

    @Test
    void setsAnewWhatWasSetOtherwiseSince() {
        decider(new SetLandingPageHandler())
                .given(published())
                .and(brand(), PAGE, ANOTHER)
                .when(SET)
                .then(PAGE);
    }

    @Test
    void knowsNoCampaignThatWasNeverDrafted() {
        decider(new SetLandingPageHandler()).given(brand()).when(SET).thenRefused(NotFound.class);
    }

    @Test
    void knowsNoCampaignOfAnotherBrand() {
        decider(new SetLandingPageHandler())
                .given(published())
                .and(brand(ANOTHER_BRAND))
                .when(new SetLandingPage(CAMPAIGN, ANOTHER_BRAND, URL))
                .thenRefused(NotFound.class);
    }

    @Test
    void changesNothingInTheNameOfAnArchivedBrand() {
        decider(new SetLandingPageHandler())
                .given(published())
                .and(brand(), new BrandArchived(BRAND))
                .when(SET)
                .thenRefused(BrandIsArchived.class);
    }
}
