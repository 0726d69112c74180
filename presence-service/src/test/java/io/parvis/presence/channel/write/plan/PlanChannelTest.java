package io.parvis.presence.channel.write.plan;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.presence.channel.ChannelId;
import io.parvis.presence.channel.ChannelKind;
import io.parvis.presence.channel.Purpose;
import io.parvis.presence.channel.event.ChannelPlanned;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanChannelTest {

    private static final BrandRegistered BRAND =
            new BrandRegistered(new BrandId("b1"), "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final ChannelPlanned CHANNEL = planned("ch1", "b1", ChannelKind.MASTODON, "@velo");
    private static final PlanChannel PLAN = new PlanChannel(CHANNEL);

    @Test
    void plansAChannelOfAnActiveBrand() {
        decider(new PlanChannelHandler()).given(BRAND).when(PLAN).then(CHANNEL);
    }

    @Test
    void refusesAHandleThatAnotherBrandHasThoughItWritesItOtherwise() {
        decider(new PlanChannelHandler())
                .given(BRAND, planned("ch0", "b2", ChannelKind.MASTODON, "VELO"))
                .when(PLAN)
                .thenRefused(ChannelAlreadyClaimed.class);
    }

    @Test
    void mindsNoSuchHandleOfAnotherKindOfChannel() {
        decider(new PlanChannelHandler())
                .given(BRAND, planned("ch0", "b2", ChannelKind.BLUESKY, "@velo"))
                .when(PLAN)
                .then(CHANNEL);
    }

    @Test
    void plansNothingForAnArchivedBrand() {
        decider(new PlanChannelHandler())
                .given(BRAND, new BrandArchived(new BrandId("b1")))
                .when(PLAN)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new PlanChannelHandler()).when(PLAN).thenRefused(NotFound.class);
    }

    private static ChannelPlanned planned(String channelId, String brandId, ChannelKind kind, String handle) {
        return new ChannelPlanned(
                new ChannelId(channelId), new BrandId(brandId), kind, handle, null, Purpose.NEWS, null);
    }
}
