package io.parvis.presence.brand.write.archive;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.problem.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveBrandTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandRegistered REGISTERED =
            new BrandRegistered(BRAND, "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final BrandRegistered ANOTHERS =
            new BrandRegistered(new BrandId("b2"), "tennis-club", "Tennis Club", "Europe/Paris", List.of("fr"), null);
    private static final BrandArchived ARCHIVED = new BrandArchived(BRAND);
    private static final ArchiveBrand ARCHIVE = new ArchiveBrand(BRAND);

    @Test
    void archivesABrand() {
        decider(new ArchiveBrandHandler()).given(REGISTERED).when(ARCHIVE).then(ARCHIVED);
    }

    @Test
    void changesNothingTheSecondTime() {
        decider(new ArchiveBrandHandler())
                .given(REGISTERED, ARCHIVED)
                .when(ARCHIVE)
                .thenNothing();
    }

    @Test
    void doesNotKnowABrandThatWasNeverRegistered() {
        decider(new ArchiveBrandHandler()).given(ANOTHERS).when(ARCHIVE).thenRefused(NotFound.class);
    }
}
