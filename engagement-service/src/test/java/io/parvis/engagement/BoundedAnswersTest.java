package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.publish;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.fan.Consent;
import io.parvis.engagement.fan.ConsentPurpose;
import io.parvis.engagement.fan.event.FanConsentsChanged;
import io.parvis.engagement.id.FanId;
import io.parvis.engagement.reward.Ledger;
import io.parvis.engagement.reward.Lot;
import io.parvis.engagement.reward.PointsEntryId;
import io.parvis.engagement.reward.PointsOperation;
import io.parvis.engagement.reward.Standing;
import io.parvis.engagement.reward.event.PointsMoved;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However large its things are, an answer that holds several of them stays of a bounded size. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class BoundedAnswersTest {

    /** A page ends where it comes to 1 MiB, and one thing may be larger by itself. */
    private static final int BOUND = 2 << 20;

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void brandRegistered() {
        facts = new RecordedFacts(engine);
        brandId = EngagementJourney.brandRegistered(facts);
    }

    @Test
    void endsAPageOfLargeContestsEarlyAndLeavesNoneOut() {
        var rules = rules();
        rules.put("officialRules", "é".repeat(200_000));
        rules.put(
                "eligibility",
                Map.of(
                        "excludedFanIds",
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "%064d".formatted(i))
                                .toList()));
        var last = IntStream.range(0, 3)
                .mapToObj(i -> draft(brandId, rules))
                .toList()
                .getLast();

        assertThat(walked(contests(brandId), last)).hasSize(3);
    }

    @Test
    void endsAPageOfMiddlingContestsWhereItComesToAMebibyte() {
        var rules = rules();
        rules.put("officialRules", "x".repeat(100_000));
        var last = IntStream.range(0, 12)
                .mapToObj(i -> draft(brandId, rules))
                .toList()
                .getLast();

        var first = page(contests(brandId), last, "");
        assertThat(first.jsonPath().getList("items")).hasSize(10);
        assertThat(walked(contests(brandId), last)).hasSize(12);
    }

    @Test
    void endsAPageOfLargeQuizzesEarly() {
        var questions = IntStream.range(0, 100)
                .mapToObj(i -> Map.of(
                        "questionId",
                        "q" + i,
                        "type",
                        "number",
                        "text",
                        "é".repeat(1900),
                        "answer",
                        Map.of("number", i),
                        "points",
                        1))
                .toList();
        var quiz = Map.of("title", "Long", "kind", "quiz", "questions", questions);
        var quizzes = "/v1/brands/" + brandId + "/quizzes";
        var last = IntStream.range(0, 5)
                .mapToObj(i -> asEveryone().body(quiz).post(quizzes))
                .toList()
                .getLast();

        assertThat(walked(quizzes, last)).hasSize(5);
    }

    @Test
    void refersToTheVersionsOfAContestsRules() {
        var rules = rules();
        rules.put("officialRules", "version 1 " + "x".repeat(190_000));
        var contestId = published(brandId, rules);
        for (int version = 2; version <= 3; version++) {
            change(brandId, contestId, Map.of("officialRules", "version " + version + " " + "x".repeat(190_000)))
                    .then()
                    .statusCode(204);
            publish(brandId, contestId).then().statusCode(204);
        }

        var open = given().get("/v1/public/contests/" + contestId);

        open.then()
                .statusCode(200)
                .body("rulesVersion", equalTo(3))
                .body("rules", hasSize(3))
                .body("rules[0].version", equalTo(1));
        assertThat(open.body().asByteArray()).hasSizeLessThan(200_000);
        for (int version = 1; version <= 3; version++) {
            var at = "rules[" + (version - 1) + "]";
            given().get(open.<String>path(at + ".href"))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=31536000")
                    .body("version", equalTo(version))
                    .body("sha256", equalTo(open.<String>path(at + ".sha256")))
                    .body("since", equalTo(open.<String>path(at + ".since")))
                    .body("officialRules", equalTo("version " + version + " " + "x".repeat(190_000)));
        }
    }

    @Test
    void knowsNoVersionThatNeverWasInForce() {
        var contestId = published(brandId, rules());
        change(brandId, contestId, Map.of("officialRules", "Written and not published."))
                .then()
                .statusCode(204);

        for (var version : List.of("0", "2", "01", "-1", "x", "99999999999999")) {
            given().get("/v1/public/contests/" + contestId + "/rules/" + version)
                    .then()
                    .statusCode(404);
        }
        String draftId = draft(brandId, rules()).path("contestId");
        given().get("/v1/public/contests/" + draftId + "/rules/1").then().statusCode(404);
    }

    @Test
    void refusesToRewriteRulesWithoutAnEnd() {
        String contestId = draft(brandId, rules()).path("contestId");
        var excluded =
                IntStream.range(0, 10_000).mapToObj(i -> "%064d".formatted(i)).toList();
        Response answer;
        int rewritten = 0;
        do {
            answer = change(
                    brandId,
                    contestId,
                    Map.of(
                            "officialRules",
                            rewritten + "x".repeat(199_000),
                            "eligibility",
                            Map.of("excludedFanIds", excluded)));
            rewritten++;
        } while (answer.statusCode() == 204);

        answer.then().statusCode(409).body("type", endsWith("/rules-rewritten-too-often"));
        assertThat(rewritten).isEqualTo(12);
    }

    @Test
    void refusesMoreThanAHundredVersions() {
        var contestId = published(brandId, rules());
        for (int version = 2; version <= 100; version++) {
            change(brandId, contestId, Map.of("officialRules", "version " + version))
                    .then()
                    .statusCode(204);
            publish(brandId, contestId).then().statusCode(204);
        }

        change(brandId, contestId, Map.of("officialRules", "one too many"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/too-many-rules-versions"));
        given().get("/v1/public/contests/" + contestId).then().statusCode(200).body("rules", hasSize(100));
    }

    @Test
    void listsWinnersByPagesInTheirOrder() {
        var contestId = published(brandId, rules());
        var winners = IntStream.rangeClosed(1, 450)
                .mapToObj(
                        rank -> new ContestDrawn.Winner(rank, rank, new EntryId("e" + rank), new FanId("f" + rank), 0))
                .toList();
        facts.record(new ContestDrawn(
                new ContestId(contestId), new BrandId(brandId), "00".repeat(32), null, winners, 0, null));
        var list = contests(brandId) + "/" + contestId + "/winners";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !asEveryone().get(list).path("items").equals(List.of()));

        var ranks = new ArrayList<Integer>();
        var pages = 0;
        for (String cursor = ""; cursor != null; pages++) {
            var page = asEveryone()
                    .queryParams(Map.of("limit", 200, "cursor", cursor))
                    .get(list);
            ranks.addAll(page.then().statusCode(200).extract().path("items.rank"));
            cursor = page.path("nextCursor");
        }

        assertThat(ranks).isEqualTo(IntStream.rangeClosed(1, 450).boxed().toList());
        assertThat(pages).isEqualTo(3);
        assertThat(asEveryone().get(list).<List<?>>path("items")).hasSize(50);
    }

    @Test
    void tellsOnlySoManyLotsOfPoints() {
        String fanId = EngagementJourney.fan(brandId, "FR");
        var lots = IntStream.range(0, 1_200)
                .mapToObj(i -> new Lot(1, Instant.parse("2030-01-01T00:00:00Z").plusSeconds(i), null))
                .toList();
        var ledger = new Ledger(1_200, 0, 0, lots, List.of(), null, Standing.NONE);
        facts.record(new PointsMoved(
                new PointsEntryId("e" + fanId),
                new BrandId(brandId),
                new FanId(fanId),
                PointsOperation.EARN,
                1_200,
                null,
                null,
                null,
                ledger));
        var statement = "/v1/brands/" + brandId + "/fans/" + fanId + "/statement";

        var told = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> asEveryone().get(statement),
                        answer -> answer.path("balance").equals(1_200));

        told.then()
                .statusCode(200)
                .body("lots", hasSize(1_000))
                .body("lots[0].expiresAt", equalTo("2030-01-01T00:00:00Z"));
        assertThat(told.body().asByteArray()).hasSizeLessThan(BOUND);
    }

    @Test
    void exportsAPersonPieceByPiece() {
        String fanId = EngagementJourney.fan(brandId, "FR");
        var wording = "x".repeat(2000);
        for (int i = 0; i < 450; i++) {
            facts.record(new FanConsentsChanged(
                    new FanId(fanId),
                    new BrandId(brandId),
                    List.of(new Consent(ConsentPurpose.CONTESTS, i % 2 == 0, i + wording))));
        }
        var export = "/v1/brands/" + brandId + "/fans/" + fanId + "/export";

        var told = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> asEveryone().get(export),
                        answer -> answer.<List<?>>path("consents").size() == 450);

        told.then()
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", containsString("Authorization"));
        assertThat(told.header("Content-Length")).isNull();
        assertThat(told.contentType()).startsWith("application/json");
        assertThat(told.<List<String>>path("consents.wording"))
                .isEqualTo(IntStream.range(0, 450).mapToObj(i -> i + wording).toList());
        told.then()
                .body("fan.fanId", equalTo(fanId))
                .body("activity.entries", hasSize(0))
                .body("activity.circles", hasSize(0));
    }

    /** All ids, by pages of as many as there may be. */
    private static List<String> walked(String list, Response last) {
        var ids = new ArrayList<String>();
        var cursors = new HashSet<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = page(list, last, cursor);
            assertThat(page.body().asByteArray()).hasSizeLessThan(BOUND);
            page.jsonPath().<Map<String, Object>>getList("items").forEach(item -> ids.add(id(item)));
            cursor = page.path("nextCursor");
            assertThat(cursors.add(String.valueOf(cursor))).isTrue();
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static String id(Map<String, Object> item) {
        var id = item.getOrDefault("contestId", item.get("quizId"));
        return String.valueOf(id);
    }

    private static Response page(String list, Response last, String cursor) {
        var query = new HashMap<String, Object>(Map.of("limit", 200));
        if (!cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        var page = asEveryone()
                .header("Parvis-Position", last.header("Parvis-Position"))
                .queryParams(query)
                .get(list);
        page.then().statusCode(200);
        return page;
    }
}
