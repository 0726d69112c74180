package io.parvis.reputation.watch.write.add;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.problem.NotFound;
import io.parvis.reputation.watch.Subject;
import io.parvis.reputation.watch.WatchId;
import io.parvis.reputation.watch.event.WatchAdded;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddWatchTest {

    private static final BrandRegistered BRAND =
            new BrandRegistered(new BrandId("b1"), "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final WatchAdded WATCH = new WatchAdded(
            new WatchId("w1"), new BrandId("b1"), "Crowns", Subject.SECTOR, List.of("crown"), List.of(), List.of());

    @Test
    void keepsAQuery() {
        decider(new AddWatchHandler()).given(BRAND).when(new AddWatch(WATCH)).then(WATCH);
    }

    @Test
    void keepsAQueryOnAnArchivedBrandToo() {
        decider(new AddWatchHandler())
                .given(BRAND, new BrandArchived(new BrandId("b1")))
                .when(new AddWatch(WATCH))
                .then(WATCH);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new AddWatchHandler()).when(new AddWatch(WATCH)).thenRefused(NotFound.class);
    }
}
