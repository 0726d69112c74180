package io.parvis.presence.brand.write.persona;

import static io.parvis.eventing.command.DeciderFixture.decider;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.problem.NotFound;
import io.parvis.presence.brand.FormOfAddress;
import io.parvis.presence.brand.event.PersonaSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPersonaTest {

    private static final BrandRegistered BRAND =
            new BrandRegistered(new BrandId("b1"), "velo-club", "Vélo Club", "Europe/Paris", List.of("fr"), null);
    private static final SetPersona SET = new SetPersona(persona("warm"));

    @Test
    void saysWhoAnActiveBrandIs() {
        decider(new SetPersonaHandler()).given(BRAND).when(SET).then(persona("warm"));
    }

    @Test
    void changesNothingWhereTheSameIsSaidAgain() {
        decider(new SetPersonaHandler()).given(BRAND, persona("warm")).when(SET).thenNothing();
    }

    @Test
    void saysAnewWhatWasSaidOtherwiseSince() {
        decider(new SetPersonaHandler())
                .given(BRAND, persona("warm"), persona("dry"))
                .when(SET)
                .then(persona("warm"));
    }

    @Test
    void saysNothingForAnArchivedBrand() {
        decider(new SetPersonaHandler())
                .given(BRAND, new BrandArchived(new BrandId("b1")))
                .when(SET)
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void knowsNoBrandThatIsNotRegistered() {
        decider(new SetPersonaHandler()).when(SET).thenRefused(NotFound.class);
    }

    private static PersonaSet persona(String tone) {
        return new PersonaSet(
                new BrandId("b1"), List.of("curious"), tone, FormOfAddress.FIRST_NAME, List.of(), List.of(), List.of());
    }
}
