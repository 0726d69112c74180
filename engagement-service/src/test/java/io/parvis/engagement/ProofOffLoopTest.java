package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.DigestWatch.Hashed;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A proof may be megabytes: it is written, and hashed for its seal, where nobody else waits for it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ProofOffLoopTest {

    @Inject
    PostgresEventStorageEngine engine;

    @Test
    void hashesAProofOnNoEventLoop() {
        var contestId = drawn();
        var watch = new DigestWatch();
        Security.insertProviderAt(watch, 1);
        try {
            var proof = given().get("/v1/public/contests/" + contestId + "/proof");

            proof.then().statusCode(200);
            // The seal is over all that stands before it.
            assertThat(watch.hashed())
                    .filteredOn(hashed -> hashed.bytes() > proof.asByteArray().length / 2)
                    .isNotEmpty()
                    .noneMatch(Hashed::onEventLoop);
        } finally {
            Security.removeProvider(watch.getName());
        }
    }

    private String drawn() {
        var brandId = brandRegistered(new RecordedFacts(engine));
        var rules = rules();
        rules.put("closesAt", Instant.now().plusSeconds(2).toString());
        var contestId = published(brandId, rules);
        enter(brandId, contestId, fan(brandId, "FR"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> asEveryone()
                                .body(Map.of())
                                .post(contests(brandId) + "/" + contestId + "/draw")
                                .statusCode()
                        == 200);
        return contestId;
    }
}
