package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.ShortTimeoutSessions;
import io.parvis.verify.Main;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contest whose entries take longer to read than a session may be idle: 60,000 where that is 200 ms stand for a million
 * where it is 8 s, for which there is {@code ./parvis bench million}.
 */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class LargeContestTest {

    private static final int ENTRIES = 60_000;
    private static final int IDLE_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PostgresEventStorageEngine engine;

    @TempDir
    Path folder;

    @Test
    void isSealedDrawnAndProvedHoweverLongReadingItTakes() throws Exception {
        try (var impatient = new ShortTimeoutSessions("engagement", IDLE_MILLIS)) {
            var brandId = brandRegistered(new RecordedFacts(engine));
            var contestId = contestOf(brandId);

            var root = sealed(contestId);

            asEveryone()
                    .body(Map.of())
                    .post(contests(brandId) + "/" + contestId + "/draw")
                    .then()
                    .statusCode(200)
                    .body("alternates", equalTo(ENTRIES - 1));
            assertThat(verified(contestId, root)).contains("\nverified");
        }
    }

    private static String contestOf(String brandId) throws SQLException {
        var rules = rules();
        rules.put("closesAt", Instant.now().plusSeconds(5).toString());
        var contestId = published(brandId, rules);
        RecordedEntries.record(brandId, contestId, ENTRIES);
        return contestId;
    }

    private static String sealed(String contestId) {
        return await().atMost(PATIENCE)
                .until(() -> given().get("/v1/public/contests/" + contestId).path("merkleRoot"), root -> root != null);
    }

    private String verified(String contestId, String root) throws IOException {
        var proof = given().get("/v1/public/contests/" + contestId + "/proof").asByteArray();
        var file = Files.write(folder.resolve("proof.json"), proof);
        var said = new ByteArrayOutputStream();
        Main.run(List.of(file.toString(), "--root", root), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
