package io.parvis.presence.brand.write.change;

import static io.parvis.eventing.command.DeciderFixture.decider;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.contracts.presence.BrandArchived;
import io.parvis.contracts.presence.BrandId;
import io.parvis.contracts.presence.BrandRegistered;
import io.parvis.edge.brand.BrandIsArchived;
import io.parvis.edge.json.Patches;
import io.parvis.edge.problem.InvalidRequest;
import io.parvis.edge.problem.NotFound;
import io.parvis.eventing.command.DeciderFixture;
import io.parvis.eventing.command.Nothing;
import io.parvis.presence.brand.event.BrandChanged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeBrandTest {

    private static final BrandId BRAND = new BrandId("b1");
    private static final BrandRegistered REGISTERED = registered(BRAND, "velo-club");
    private static final BrandChanged RENAMED =
            new BrandChanged(BRAND, "Vélo", "Europe/Paris", List.of("fr"), "Vélo Club SA");

    @Test
    void renamesABrandAndLeavesTheRest() {
        change().given(REGISTERED).when(patch("{'name': 'Vélo'}")).then(RENAMED);
    }

    @Test
    void goesByWhatWasChangedLast() {
        change().given(REGISTERED, RENAMED)
                .when(patch("{'timeZone': 'Europe/Brussels', 'languages': ['fr', 'nl']}"))
                .then(new BrandChanged(BRAND, "Vélo", "Europe/Brussels", List.of("fr", "nl"), "Vélo Club SA"));
    }

    @Test
    void takesTheLegalNameAway() {
        change().given(REGISTERED)
                .when(patch("{'legalName': null}"))
                .then(new BrandChanged(BRAND, "Vélo Club", "Europe/Paris", List.of("fr"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'name': 'Vélo'}", "{'languages': ['fr'], 'legalName': 'Vélo Club SA'}"})
    void recordsNothingWhereNothingChanges(String patch) {
        change().given(REGISTERED, RENAMED).when(patch(patch)).thenNothing();
    }

    @Test
    void leavesARegistrationAloneThatWouldNotBeTakenToday() {
        var old = new BrandRegistered(BRAND, "velo-club", "Vélo Club", "Mars/Olympus", List.of(), null);

        change().given(old)
                .when(patch("{'name': 'Vélo', 'timeZone': 'Mars/Olympus'}"))
                .then(new BrandChanged(BRAND, "Vélo", "Mars/Olympus", List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': null}           | /name",
                "{'name': ' '}            | /name",
                "{'timeZone': null}       | /timeZone",
                "{'timeZone': '+02:00'}   | /timeZone",
                "{'languages': null}      | /languages",
                "{'languages': []}        | /languages",
                "{'languages': ['fr', 5]} | /languages/1",
                "{'languages': ['FR']}    | /languages/0",
                "{'slug': 'velo'}         | /slug",
                "{'slug': null}           | /slug",
                "{'colour': null}         | /colour"
            })
    void tellsWhatCannotBe(String patch, String pointer) {
        var refused = change().given(REGISTERED).when(patch(patch)).thenRefused(InvalidRequest.class);

        assertThat(refused.problem().errors()).extracting("pointer").containsExactly(pointer);
    }

    @Test
    void changesNothingOfAnArchivedBrand() {
        change().given(REGISTERED, new BrandArchived(BRAND))
                .when(patch("{'name': 'Vélo'}"))
                .thenRefused(BrandIsArchived.class);
    }

    @Test
    void doesNotKnowABrandThatWasNeverRegistered() {
        change().given(registered(new BrandId("b2"), "tennis-club"))
                .when(patch("{'name': 'Vélo'}"))
                .thenRefused(NotFound.class);
    }

    private static DeciderFixture<ChangeBrand, ChangeBrandHandler.State, Nothing, Nothing> change() {
        return decider(new ChangeBrandHandler(Patches.mergePatch()));
    }

    private static ChangeBrand patch(String json) {
        return new ChangeBrand(BRAND, Patches.patch(json.replace('\'', '"')));
    }

    private static BrandRegistered registered(BrandId brandId, String slug) {
        return new BrandRegistered(brandId, slug, "Vélo Club", "Europe/Paris", List.of("fr"), "Vélo Club SA");
    }
}
