package io.parvis.presence.brand.write.register;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterBrandTest {

    private static final RegisterBrand REGISTER =
            new RegisterBrand(new BrandId("b2"), "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);

    @Test
    void registersABrand() {
        decider(new RegisterBrandHandler()).when(REGISTER).then(registered(new BrandId("b2"), "velo-club"));
    }

    @Test
    void mindsNoOtherSlug() {
        decider(new RegisterBrandHandler())
                .given(registered(new BrandId("b1"), "velo-clubs"))
                .when(REGISTER)
                .then(registered(new BrandId("b2"), "velo-club"));
    }

    @Test
    void neverGivesASlugAgain() {
        decider(new RegisterBrandHandler())
                .given(registered(new BrandId("b1"), "velo-club"), new BrandArchived(new BrandId("b1")))
                .when(REGISTER)
                .thenRefused(SlugAlreadyTaken.class);
    }

    private static BrandRegistered registered(BrandId brandId, String slug) {
        return new BrandRegistered(brandId, slug, "Vélo Club", "Europe/Paris", List.of("fr"), null);
    }
}
