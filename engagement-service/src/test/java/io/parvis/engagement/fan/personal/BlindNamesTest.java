package io.parvis.engagement.fan.personal;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.fan.BlindIndex;
import io.parvis.engagement.fan.event.FanRegistered;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids were once told apart by the bytes in which they were written; whoever was registered so is still known. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class BlindNamesTest {

    private static final String DECOMPOSED = "Ve\u0301lo";

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    BlindIndex hashes;

    @Inject
    BlindNames names;

    @Inject
    KeyWrapping wrapping;

    @Inject
    IndexRows rows;

    @ParameterizedTest
    @ValueSource(strings = {DECOMPOSED, "V\u00e9lo"})
    void knowsWhoWasRegisteredByTheBytesOfAnotherForm(String externalId) {
        var facts = new RecordedFacts(engine);
        var brandId = brandRegistered(facts);
        var index = indexOf(hashes.of(brandId, DECOMPOSED));
        facts.record(new FanRegistered(
                new FanId("f" + UUID.randomUUID()), new BrandId(brandId), index, null, null, "FR", List.of(), "p"));

        asEveryone()
                .body(Map.of("country", "FR", "externalId", externalId))
                .post("/v1/brands/" + brandId + "/fans")
                .then()
                .statusCode(409)
                .body("type", containsString("external-id-taken"));
    }

    /** Forms of one id by its letters: composed, decomposed, and one of each. */
    @ParameterizedTest
    @CsvSource({
        "'',                 decomposed, composed",
        "'',                 mixed,      composed",
        "composed,           decomposed, composed",
        "decomposed,         composed,   decomposed",
        "composed|decomposed, composed,  composed",
        "composed|decomposed, decomposed, decomposed",
        "composed|decomposed, mixed,     composed",
        "mixed,              mixed,      mixed",
        "composed|mixed,     composed,   composed",
        "composed|mixed,     mixed,      mixed",
        "composed|mixed,     decomposed, composed"
    })
    void reachesEachByTheFormThatTheyWereRegisteredWith(String before, String asked, String found) {
        var forms = Map.of(
                "composed", "V\u00e9lo-\u00e9", "decomposed", "Ve\u0301lo-e\u0301", "mixed", "V\u00e9lo-e\u0301");
        var brandId = "b" + UUID.randomUUID();
        for (var form : before.isEmpty() ? new String[0] : before.split("\\|")) {
            indexOf(hashes.of(brandId, forms.get(form)));
        }

        var hash = names.of(new BrandId(brandId), new FanId("f1"), new Contact(forms.get(asked), null, null, null))
                .await()
                .indefinitely()
                .getFirst()
                .underEveryKey()
                .getFirst()
                .hash();

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .isEqualTo(hashes.of(brandId, forms.get(found)));
    }

    private String indexOf(String hash) {
        var fanId = "f" + UUID.randomUUID();
        return rows.prepared(fanId, wrapping.freshKey(new FanId(fanId)).bytes(), hash);
    }
}
