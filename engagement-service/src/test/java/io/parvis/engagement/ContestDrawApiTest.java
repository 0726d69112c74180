package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.parvis.verify.Main;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contest from its rules to its winners, checked by the verifier that strangers are given. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ContestDrawApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRUE_BUT_LATE = "The lottery of Saturday";

    @Inject
    PostgresEventStorageEngine engine;

    @TempDir
    Path folder;

    private String brandId = "";

    @BeforeEach
    void aBrand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void drawsAmongThoseWhoEnteredAndProvesIt() throws Exception {
        var contestId = published(brandId, rules(4, 3));
        String commitment = open(contestId).path("seedCommitment");
        var receipts = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            receipts.add(enter(brandId, contestId, fan(brandId, "FR")).asString());
        }
        var root = sealed(contestId);

        var drawn = draw(contestId, Map.of());

        drawn.then().statusCode(200).body("winners.size()", equalTo(3)).body("alternates", equalTo(2));
        assertThat(verified(
                        proof(contestId),
                        "--seed-commitment",
                        commitment,
                        "--root",
                        root,
                        "--public-key",
                        open(contestId).path("publicKey"),
                        "--receipt",
                        file("receipt.json", receipts.getFirst().getBytes(StandardCharsets.UTF_8))))
                .contains("the receipt's entry is in the draw");
        open(contestId).then().body("state", equalTo("drawn")).body("size", equalTo(5));
        draw(contestId, Map.of()).then().statusCode(200).body("seed", equalTo(drawn.path("seed")));
    }

    @Test
    void aReceiptShowsWhyItsEntryIsOut() throws Exception {
        var contestId = published(brandId, rules(4, 1));
        var entry = enter(brandId, contestId, fan(brandId, "FR"));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);

        moderate(contestId, entry, "invalidate", Map.of("reason", "Entered by a machine."))
                .then()
                .statusCode(204);
        moderate(contestId, entry, "invalidate", Map.of("reason", "Again."))
                .then()
                .statusCode(409)
                .body("type", endsWith("/entry-already-invalid"));
        moderate(contestId, entry, "reinstate", Map.of()).then().statusCode(204);
        moderate(contestId, entry, "reinstate", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("/entry-is-valid"));
        var out = moderate(contestId, entry, "invalidate", Map.of("reason", "It was a machine after all."));
        out.then().statusCode(204);
        asEveryone()
                .header("Parvis-Position", out.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId + "/entries/" + entry.path("entryId"))
                .then()
                .body("state", equalTo("invalid"))
                .body("reason", equalTo("It was a machine after all."));
        sealed(contestId);

        moderate(contestId, entry, "reinstate", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("/contest-is-closed"));
        draw(contestId, Map.of()).then().statusCode(200).body("winners.size()", equalTo(1));
        assertThat(verified(proof(contestId), "--receipt", file("r.json", entry.asByteArray())))
                .contains("the entry was invalidated: It was a machine after all.");
    }

    @Test
    void whoInvalidatesAnEntryAtOnceNeedNotWaitForAView() throws Exception {
        var contestId = published(brandId, rules(60, 1));
        var fanId = fan(brandId, "FR");
        try (var database =
                DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password())) {
            database.setAutoCommit(false);
            database.createStatement()
                    .executeQuery("select from processor_token where processor = 'engagement.entries' for update");
            var entry = enter(brandId, contestId, fanId);
            var path = contests(brandId) + "/" + contestId + "/entries/" + entry.path("entryId") + "/invalidate";

            asEveryone()
                    .body(Map.of("reason", "A machine."))
                    .post(path)
                    .then()
                    .statusCode(503)
                    .body("type", endsWith("/not-caught-up"));
            var invalidated = CompletableFuture.supplyAsync(() -> await().atMost(PATIENCE)
                    .until(
                            () -> asEveryone()
                                    .body(Map.of("reason", "A machine."))
                                    .post(path)
                                    .statusCode(),
                            // How soon the view comes is not for this test to say.
                            status -> status != 503));
            untilSomebodyLooksFor("entry");
            database.rollback();

            assertThat(invalidated.join()).isEqualTo(204);
        }
    }

    /** Nobody can look at the table until somebody is seen waiting for it. */
    private static void untilSomebodyLooksFor(String table) throws SQLException {
        try (var database = DriverManager.getConnection(TestDatabase.jdbcUrl(), "engagement", TestDatabase.password());
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            await().atMost(PATIENCE).until(() -> {
                var waiting = statement.executeQuery(
                        "select from pg_locks where not granted and relation = '" + table + "'::regclass");
                return waiting.next();
            });
            database.rollback();
        }
    }

    @Test
    void aReceiptConvictsAListThatLeftItsHolderOut() throws Exception {
        var contestId = published(brandId, rules(4, 1));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        var leftOut = json(enter(brandId, contestId, fan(brandId, "FR"))).path("receipt");
        sealed(contestId);
        draw(contestId, Map.of()).then().statusCode(200);
        var proof = new String(proof(contestId), StandardCharsets.UTF_8);
        var leaf = "{\"fan\":" + leftOut.path("fan") + ",\"leaf\":" + leftOut.path("leaf") + ",\"position\":"
                + leftOut.path("position") + "}";
        var forged = proof.replace("," + leaf, "").replace(leaf + ",", "");

        assertThat(forged).isNotEqualTo(proof);
        assertThat(said(
                        forged.getBytes(StandardCharsets.UTF_8),
                        "--receipt",
                        file("r.json", leftOut.toString().getBytes(StandardCharsets.UTF_8))))
                .contains("CONVICTS the list", "does NOT verify");
    }

    @Test
    void provesThatAnEntryTakesPart() throws Exception {
        var contestId = published(brandId, rules(4, 1));
        var receipt = json(enter(brandId, contestId, fan(brandId, "FR"))).path("receipt");
        inclusion(contestId, receipt.path("leaf").asText())
                .then()
                .statusCode(404)
                .body("type", endsWith("/inclusion-not-found"));
        var root = sealed(contestId);

        inclusion(contestId, receipt.path("leaf").asText())
                .then()
                .statusCode(200)
                .body("merkleRoot", equalTo(root))
                .body("entry.position", equalTo(receipt.path("position").asInt()));
        inclusion(contestId, "00".repeat(32)).then().statusCode(404);
        inclusion(contestId, "nonsense").then().statusCode(404);
    }

    @Test
    void givesTheSameReceiptAgainToWhoeverAsksTwice() throws Exception {
        var contestId = published(brandId, rules(60, 1));
        var fanId = fan(brandId, "FR");

        var first = json(enterOnce(contestId, fanId)).path("receipt");
        var second = json(enterOnce(contestId, fanId)).path("receipt");

        for (var fact : List.of("at", "entry", "fan", "leaf", "position", "rulesSha256", "salt")) {
            assertThat(second.path(fact)).isEqualTo(first.path(fact));
        }
    }

    @Test
    void drawsNothingBeforeTheClosing() {
        var contestId = published(brandId, rules(60, 1));

        close(contestId).then().statusCode(409).body("type", endsWith("/contest-still-open"));
        draw(contestId, Map.of()).then().statusCode(409).body("type", endsWith("/contest-not-closed"));
        given().get("/v1/public/contests/" + contestId + "/proof")
                .then()
                .statusCode(404)
                .body("type", endsWith("/draw-not-made"));
    }

    @Test
    void takesTheBeaconThatTheRulesNameAndNoOther() throws Exception {
        var rules = rules(4, 1);
        rules.put("beacon", Map.of("source", TRUE_BUT_LATE, "firstRound", 12));
        var contestId = published(brandId, rules);
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        sealed(contestId);

        draw(contestId, Map.of()).then().statusCode(409).body("type", endsWith("/beacon-needed"));
        draw(contestId, beacon(11))
                .then()
                .statusCode(409)
                .body("type", endsWith("/beacon-round-not-admissible"))
                .body("round", equalTo(12));
        draw(contestId, beacon(12)).then().statusCode(200);
        draw(contestId, beacon(12)).then().statusCode(200);
        draw(contestId, beacon(13)).then().statusCode(409).body("type", endsWith("/contest-already-drawn"));
        assertThat(verified(proof(contestId))).contains("a beacon was named, and drawn with");
    }

    @Test
    void takesNoBeaconThatTheRulesDoNotName() {
        var contestId = published(brandId, rules(4, 1));
        sealed(contestId);

        draw(contestId, beacon(12)).then().statusCode(409).body("type", endsWith("/beacon-not-asked-for"));
    }

    @Test
    void settlesAContestThatNobodyEntered() throws Exception {
        var contestId = published(brandId, rules(4, 1));
        sealed(contestId);

        draw(contestId, Map.of()).then().statusCode(200).body("winners.size()", equalTo(0));

        open(contestId).then().body("state", equalTo("settled"));
        assertThat(verified(proof(contestId))).contains("0 entries");
    }

    @Test
    void settlesOnceEveryPrizeIsClaimed() {
        var contestId = published(brandId, rules(4, 5));
        var fanId = fan(brandId, "FR");
        enter(brandId, contestId, fanId).then().statusCode(201);
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        sealed(contestId);
        draw(contestId, Map.of()).then().statusCode(200).body("winners.size()", equalTo(2));

        var first = winners(contestId).path("items[0].fanId");
        claim(contestId, 1, Map.of("fanId", fan(brandId, "FR")))
                .then()
                .statusCode(409)
                .body("type", endsWith("/not-the-winner"));
        claim(contestId, 1, Map.of("fanId", first)).then().statusCode(204);
        claim(contestId, 1, Map.of()).then().statusCode(204);
        claim(contestId, 1, Map.of("fanId", fan(brandId, "FR")))
                .then()
                .statusCode(409)
                .body("type", endsWith("/prize-already-claimed"));
        redraw(contestId, 1).then().statusCode(409).body("type", endsWith("/prize-already-claimed"));
        claim(contestId, 3, Map.of()).then().statusCode(404);
        claim(contestId, 2, Map.of()).then().statusCode(204);

        open(contestId).then().body("state", equalTo("settled"));
    }

    @Test
    void passesAPrizeOnToTheNextAlternateAndThenToNobody() throws Exception {
        var contestId = published(brandId, rules(4, 1));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        sealed(contestId);
        String winner = draw(contestId, Map.of()).path("winners[0].fanId");

        redraw(contestId, 1).then().statusCode(204);
        assertThat(verified(proof(contestId))).contains("1 redraws");
        assertThat(winners(contestId).<String>path("items[0].fanId")).isNotEqualTo(winner);
        var last = redraw(contestId, 1);
        last.then().statusCode(204);

        redraw(contestId, 1).then().statusCode(409).body("type", endsWith("/prize-has-nobody-left"));
        winners(contestId, last).then().body("items[0].state", equalTo("unassigned"));
        open(contestId).then().body("state", equalTo("settled"));
        assertThat(verified(proof(contestId))).contains("2 redraws");
    }

    @Test
    void passesAPrizeOnByItselfWhenNobodyClaimsIt() throws Exception {
        var rules = rules(4, 1);
        rules.put("claimWindow", "PT1S");
        var contestId = published(brandId, rules);
        var fans = new HashSet<String>();
        for (var i = 0; i < 2; i++) {
            var fanId = fan(brandId, "FR");
            fans.add(fanId);
            enter(brandId, contestId, fanId).then().statusCode(201);
        }
        sealed(contestId);
        draw(contestId, Map.of()).then().statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> open(contestId).then().body("state", equalTo("settled")));

        claim(contestId, 1, Map.of()).then().statusCode(409).body("type", endsWith("/prize-has-nobody-left"));
        assertThat(verified(proof(contestId))).contains("2 redraws");
    }

    @Test
    void passesManyPrizesOnAtOnce() {
        var rules = rules(6, 12);
        rules.put("claimWindow", "PT2S");
        var contestId = published(brandId, rules);
        for (var i = 0; i < 24; i++) {
            enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        }
        sealed(contestId);
        draw(contestId, Map.of()).then().statusCode(200).body("alternates", equalTo(12));

        // Twelve fall due at once, pass on, and fall due at once again; a pause after a failure would be two seconds
        // and more.
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> open(contestId).then().body("state", equalTo("settled")));
    }

    private static Map<String, Object> rules(int seconds, int prizes) {
        var rules = EngagementJourney.rules();
        rules.put("closesAt", Instant.now().plusSeconds(seconds).toString());
        rules.put("prizes", List.of(Map.of("name", "Bicycle", "quantity", prizes)));
        return rules;
    }

    private static Map<String, Object> beacon(long round) {
        return Map.of("beacon", Map.of("round", round, "value", "0a0b"));
    }

    /** Waits until it has closed by itself and its entries are sealed; answers their root. */
    private String sealed(String contestId) {
        return await().atMost(PATIENCE).until(() -> open(contestId).<String>path("merkleRoot"), root -> root != null);
    }

    private static Response open(String contestId) {
        return given().get("/v1/public/contests/" + contestId);
    }

    private static byte[] proof(String contestId) {
        var answer = given().get("/v1/public/contests/" + contestId + "/proof");
        answer.then().statusCode(200);
        return answer.asByteArray();
    }

    private static Response inclusion(String contestId, String leaf) {
        return given().get("/v1/public/contests/" + contestId + "/inclusion/" + leaf);
    }

    private Response close(String contestId) {
        return asEveryone().post(contests(brandId) + "/" + contestId + "/close");
    }

    private Response draw(String contestId, Map<String, ?> body) {
        return asEveryone().body(body).post(contests(brandId) + "/" + contestId + "/draw");
    }

    private Response claim(String contestId, int rank, Map<String, ?> body) {
        return asEveryone().body(body).post(contests(brandId) + "/" + contestId + "/winners/" + rank + "/claim");
    }

    private Response moderate(String contestId, Response entry, String act, Map<String, ?> body) {
        return asEveryone()
                .header("Parvis-Position", entry.header("Parvis-Position"))
                .body(body)
                .post(contests(brandId) + "/" + contestId + "/entries/" + entry.path("entryId") + "/" + act);
    }

    private Response redraw(String contestId, int rank) {
        return asEveryone()
                .body(Map.of("reason", "They did not answer."))
                .post(contests(brandId) + "/" + contestId + "/winners/" + rank + "/redraw");
    }

    private Response winners(String contestId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> asEveryone().get(contests(brandId) + "/" + contestId + "/winners"),
                        answer -> !answer.<List<?>>path("items").isEmpty());
    }

    private Response winners(String contestId, Response after) {
        return asEveryone()
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId + "/winners");
    }

    private Response enterOnce(String contestId, String fanId) {
        return asEveryone()
                .header("Idempotency-Key", "once-" + fanId)
                .body(Map.of("fanId", fanId))
                .post(contests(brandId) + "/" + contestId + "/entries");
    }

    private static JsonNode json(Response answer) throws IOException {
        return new ObjectMapper().readTree(answer.asByteArray());
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String verified(byte[] proof, String... options) throws IOException {
        var said = said(proof, options);
        assertThat(said).contains("\nverified");
        return said;
    }

    private String said(byte[] proof, String... options) throws IOException {
        var words = new ArrayList<String>(List.of(file("proof.json", proof)));
        words.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
