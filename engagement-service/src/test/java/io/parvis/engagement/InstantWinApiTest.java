package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.enter;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.publish;
import static io.parvis.engagement.EngagementJourney.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.DrawPrize;
import io.parvis.engagement.drawing.Moments;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instant win from its rules to its proof. Where a moment is to be due, nearly all of the period is over, and where
 * none is to be, nearly all of it is to come: one run in some ten million meets the other case.
 */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class InstantWinApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    ContestLog log;

    @Inject
    DrawCalculator draws;

    @TempDir
    Path folder;

    private String brandId = "";

    @BeforeEach
    void aBrand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void tellsInTheAnswerWhatWasWon() {
        var rules = due(60, 1);
        rules.put("claimWindow", "P14D");
        var contestId = published(brandId, rules);
        var winner = fan(brandId, "FR");

        var first = enter(brandId, contestId, winner);
        var second = enter(brandId, contestId, fan(brandId, "BE"));

        first.then()
                .statusCode(201)
                .body("won.rank", equalTo(1))
                .body("won.prize", equalTo(0))
                .body("won.name", equalTo("Bicycle"))
                .body("won.unitValue.currency", equalTo("EUR"))
                .body("won.claimUntil", notNullValue())
                .body("receipt.format", equalTo("parvis-draw-receipt-1"));
        second.then().statusCode(201).body(containsString("\"won\":null"));
        winners(contestId, second)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].state", equalTo("won"))
                .body("items[0].fanId", equalTo(winner));
    }

    @Test
    void letsOneOfTwoHundredWinAtTheSameInstant() throws Exception {
        var contestId = published(brandId, due(60, 1));

        var answers = enterAtOnce(contestId, 200);

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(ranks(answers)).containsExactly(1);
        winners(contestId, answers.getLast()).then().body("items.size()", equalTo(1));
    }

    @Test
    void neverGivesMoreThanTheStock() throws Exception {
        var contestId = published(brandId, due(60, 5));

        var answers = enterAtOnce(contestId, 100);

        assertThat(ranks(answers)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void givesAFanOnePrizeAndTheNextToAnother() {
        var rules = due(60, 2);
        rules.put("frequency", Map.of("mode", "calendar-day", "count", 10));
        var contestId = published(brandId, rules);
        var fanId = fan(brandId, "FR");

        enter(brandId, contestId, fanId).then().statusCode(201).body("won.rank", equalTo(1));
        enter(brandId, contestId, fanId).then().statusCode(201).body("won", nullValue());
        enter(brandId, contestId, fan(brandId, "FR")).then().body("won.rank", equalTo(2));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201).body("won", nullValue());
    }

    @Test
    void countsEntriesAsWellWhereTheRulesDo() throws Exception {
        var rules = due(60, 5);
        rules.put("maxEntries", 10);
        var contestId = published(brandId, rules);

        var answers = enterAtOnce(contestId, 20);

        assertThat(ranks(answers)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(10);
    }

    @Test
    void givesTheSameAnswerAgainToWhoeverAsksTwice() {
        var contestId = published(brandId, due(60, 2));
        var fanId = fan(brandId, "FR");

        var first = enterOnce(contestId, fanId);
        var second = enterOnce(contestId, fanId);

        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.<Map<String, ?>>path("won")).isEqualTo(first.path("won"));
        assertThat(second.<Integer>path("receipt.position")).isEqualTo(first.path("receipt.position"));
    }

    /** The true seed and moments are looked for in everything that anybody can ask. */
    @Test
    void letsNobodyReadSeedOrMomentsBeforeTheClosing() {
        var contestId = published(brandId, tocome(20));
        var fanId = fan(brandId, "FR");
        var entry = enter(brandId, contestId, fanId);
        entry.then().statusCode(201).body("won", nullValue());
        var path = contests(brandId) + "/" + contestId;
        var open = "/v1/public/contests/" + contestId;

        var answers = new ArrayList<>(List.of(
                entry,
                enter(brandId, contestId, fanId),
                enter(brandId, contestId, "nobody"),
                asEveryone()
                        .header("Parvis-Position", entry.header("Parvis-Position"))
                        .get(path),
                asEveryone().get(path + "?asOf=" + Instant.now()),
                asEveryone().get(contests(brandId)),
                asEveryone().get(path + "/entries"),
                asEveryone().get(path + "/entries/" + entry.path("entryId")),
                winners(contestId, entry),
                asEveryone().get("/v1/brands/" + brandId + "/fans/" + fanId + "/export"),
                given().get(open),
                given().get(open + "/inclusion/" + entry.path("receipt.leaf"))));
        var proof = given().get(open + "/proof");
        proof.then().statusCode(404).body("type", endsWith("/moments-not-revealed"));
        var draw = asEveryone().body(Map.of()).post(path + "/draw");
        draw.then().statusCode(409).body("type", endsWith("/winners-are-not-drawn"));
        var close = asEveryone().post(path + "/close");
        close.then().statusCode(409).body("type", endsWith("/contest-still-open"));
        var claim = asEveryone().body(Map.of()).post(path + "/winners/1/claim");
        claim.then().statusCode(404).body("type", endsWith("/winner-not-found"));
        var moved = change(brandId, contestId, Map.of("closesAt", Instant.now().toString()));
        moved.then().statusCode(409);
        answers.addAll(List.of(proof, draw, close, claim, moved));

        var secrets = secrets(contestId);
        assertThat(secrets).hasSize(21);
        for (var answer : answers) {
            assertThat(answer.asString() + answer.headers()).doesNotContain(secrets);
        }
    }

    @Test
    void provesWhoWonAndWhatNobodyWon() throws Exception {
        var rules = due(4, 3);
        var contestId = published(brandId, rules);
        var entries =
                List.of(enter(brandId, contestId, fan(brandId, "FR")), enter(brandId, contestId, fan(brandId, "FR")));
        assertThat(ranks(entries)).containsExactly(1, 2);
        claim(contestId, 2).then().statusCode(204);

        var proof = proof(contestId);

        proof.then()
                .body("format", equalTo("parvis-instant-win-proof-1"))
                .body("entries.size()", equalTo(2))
                .body("moments.size()", equalTo(3))
                .body("moments[0].wonBy", equalTo(entries.get(0).<Integer>path("receipt.position")))
                .body("moments[1].wonBy", equalTo(entries.get(1).<Integer>path("receipt.position")))
                .body("moments[2].wonBy", nullValue());
        String commitment = given().get("/v1/public/contests/" + contestId).path("seedCommitment");
        assertThat(said(proof, "--seed-commitment", commitment, "--receipt", file("r.json", entries.getLast())))
                .contains("\nverified", "the receipt's entry won: ", "and 1 by nobody");
        given().get("/v1/public/contests/" + contestId).then().body("state", equalTo("closed"));
        claim(contestId, 1).then().statusCode(204);
        given().get("/v1/public/contests/" + contestId).then().body("state", equalTo("settled"));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(409).body("type", endsWith("/contest-is-over"));
        asEveryone()
                .body(Map.of("reason", "No."))
                .post(contests(brandId) + "/" + contestId + "/cancel")
                .then()
                .statusCode(409)
                .body("type", endsWith("/contest-already-drawn"));
    }

    @Test
    void letsAPrizeLapseThatNobodyClaims() throws Exception {
        var rules = due(4, 2);
        rules.put("claimWindow", "PT1S");
        var contestId = published(brandId, rules);
        var entry = enter(brandId, contestId, fan(brandId, "FR"));
        entry.then().body("won.rank", equalTo(1));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/v1/public/contests/" + contestId).then().body("state", equalTo("settled")));

        claim(contestId, 1).then().statusCode(409).body("type", endsWith("/prize-has-nobody-left"));
        var proof = proof(contestId);
        assertThat(said(proof)).contains("\nverified", "1 prizes lapsed");
        proof.then()
                .body("lapses[0].from", equalTo(entry.<Integer>path("receipt.position")))
                .body("lapses[0].reason", equalTo("Not claimed in time"));
    }

    @Test
    void takesAPrizeAwayOnlyInPublicAndLeavesTheEntry() {
        var contestId = published(brandId, due(60, 1));
        var entry = enter(brandId, contestId, fan(brandId, "FR"));
        var path = contests(brandId) + "/" + contestId;

        asEveryone()
                .header("Parvis-Position", entry.header("Parvis-Position"))
                .body(Map.of("reason", "A machine."))
                .post(path + "/entries/" + entry.path("entryId") + "/invalidate")
                .then()
                .statusCode(409)
                .body("type", endsWith("/entry-has-won"));
        var taken = asEveryone().body(Map.of("reason", "A machine.")).post(path + "/winners/1/redraw");
        taken.then().statusCode(204);

        winners(contestId, taken).then().body("items[0].state", equalTo("unassigned"));
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201).body("won", nullValue());
    }

    @Test
    void keepsWhatWasWonWhereTheContestIsCancelled() {
        var contestId = published(brandId, due(60, 2));
        enter(brandId, contestId, fan(brandId, "FR")).then().body("won.rank", equalTo(1));

        asEveryone()
                .body(Map.of("reason", "The shop has closed."))
                .post(contests(brandId) + "/" + contestId + "/cancel")
                .then()
                .statusCode(204);

        claim(contestId, 1).then().statusCode(204);
        enter(brandId, contestId, fan(brandId, "FR"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/contest-is-cancelled"));
    }

    @Test
    void movesNoMomentThatIsCommittedTo() {
        var contestId = published(brandId, due(60, 1));

        change(
                        brandId,
                        contestId,
                        Map.of("closesAt", Instant.now().plus(TEN_YEARS).toString()))
                .then()
                .statusCode(400);
        change(
                        brandId,
                        contestId,
                        Map.of(
                                "closesAt",
                                Instant.now().plusSeconds(90).toString(),
                                "prizes",
                                List.of(Map.of("name", "Bicycle", "quantity", 2))))
                .then()
                .statusCode(409)
                .body("type", endsWith("/winning-moments-fixed"))
                .body("fields", containsInAnyOrder("closesAt", "prizes"));
        change(brandId, contestId, Map.of("name", "Win the bicycle")).then().statusCode(204);
        publish(brandId, contestId).then().statusCode(204);
    }

    @Test
    void takesNoBeaconAndNoPeriodThatItCannotKeep() {
        var withBeacon = due(60, 1);
        withBeacon.put("beacon", Map.of("source", "The lottery of Saturday", "firstRound", 12));
        draft(brandId, withBeacon).then().statusCode(400).body("type", endsWith("/invalid-request"));
        var tooLong = due(60, 1);
        tooLong.put("closesAt", Instant.now().plus(TEN_YEARS).toString());
        draft(brandId, tooLong).then().statusCode(400);
        var tooShort = due(60, 1);
        tooShort.put(
                "closesAt",
                Instant.parse((String) tooShort.get("opensAt")).plusMillis(999).toString());
        draft(brandId, tooShort).then().statusCode(400);
    }

    private String said(Response proof, String... options) throws IOException {
        var words = new ArrayList<String>(List.of(file("proof.json", proof)));
        words.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        Main.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, Response answer) throws IOException {
        return Files.write(folder.resolve(name), answer.asByteArray()).toString();
    }

    private static Map<String, Object> due(int secondsLeft, int units) {
        var closes = Instant.now().plusSeconds(secondsLeft);
        return rules(closes.minus(TEN_YEARS), closes, units);
    }

    private static Map<String, Object> tocome(int units) {
        var opens = Instant.now().minusSeconds(1);
        return rules(opens, opens.plus(TEN_YEARS), units);
    }

    private static Map<String, Object> rules(Instant opens, Instant closes, int units) {
        var rules = EngagementJourney.rules();
        rules.put("mechanic", "instant-win");
        rules.put("opensAt", opens.toString());
        rules.put("closesAt", closes.toString());
        var value = Map.of("amount", 899.90, "currency", "EUR");
        rules.put("prizes", List.of(Map.of("name", "Bicycle", "quantity", units, "unitValue", value)));
        return rules;
    }

    /** The seed, and each moment to the second. */
    private List<String> secrets(String contestId) {
        var dossier = log.dossier(new ContestId(contestId)).await().atMost(PATIENCE);
        var seed = draws.seed(dossier);
        var rules = dossier.rules().getFirst().rules();
        var moments = Moments.of(
                seed,
                new ContestId(contestId),
                rules.opensAt(),
                rules.closesAt(),
                List.of(new DrawPrize("Bicycle", 20)));
        var secrets = new ArrayList<String>(List.of(seed.reveal()));
        for (var i = 0; i < moments.size(); i++) {
            var second = moments.get(i).at().truncatedTo(ChronoUnit.SECONDS);
            secrets.add(second.toString().replace("Z", ""));
        }
        return secrets;
    }

    private List<Response> enterAtOnce(String contestId, int fans) throws Exception {
        var fanIds = together(fans, () -> fan(brandId, "FR"));
        var next = fanIds.iterator();
        var entries = IntStream.range(0, fans)
                .<Callable<Response>>mapToObj(i -> {
                    var fanId = next.next();
                    return () -> enter(brandId, contestId, fanId);
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(entries).stream().map(Future::resultNow).toList();
        }
    }

    private static <T> List<T> together(int times, Callable<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> task).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static List<Integer> ranks(List<Response> answers) {
        return answers.stream()
                .map(answer -> answer.<Integer>path("won.rank"))
                .filter(Objects::nonNull)
                .toList();
    }

    private Response enterOnce(String contestId, String fanId) {
        return asEveryone()
                .header("Idempotency-Key", "once-" + fanId)
                .body(Map.of("fanId", fanId))
                .post(contests(brandId) + "/" + contestId + "/entries");
    }

    private Response claim(String contestId, int rank) {
        return asEveryone().body(Map.of()).post(contests(brandId) + "/" + contestId + "/winners/" + rank + "/claim");
    }

    private Response winners(String contestId, Response after) {
        return asEveryone()
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId + "/winners");
    }

    /** Waits until it has closed by itself and the moments are public. */
    private static Response proof(String contestId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> given().get("/v1/public/contests/" + contestId + "/proof"),
                        answer -> answer.statusCode() == 200);
    }
}
