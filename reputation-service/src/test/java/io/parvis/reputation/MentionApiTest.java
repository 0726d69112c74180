package io.parvis.reputation;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@Tag("smoke")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "reputation"))
class MentionApiTest {

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;
    private String brandId;
    private String mentions;

    @BeforeEach
    void brandRegistered() {
        facts = new RecordedFacts(engine);
        brandId = KnownBrand.registered(facts);
        mentions = "/v1/brands/" + brandId + "/mentions";
    }

    @Test
    void takesAMentionInAndShowsIt() {
        var created = asEveryone().body(line("1", "C'est génial 🚲")).post(mentions);

        created.then().statusCode(201);
        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(mentions + "/" + created.path("mentionId"))
                .then()
                .statusCode(200)
                .body("text", equalTo("C'est génial 🚲"))
                .body("source", equalTo("forum"));
    }

    @Test
    void knowsAMentionAgain() {
        String first = asEveryone().body(line("1", "first")).post(mentions).path("mentionId");

        asEveryone()
                .body(line("1", "edited"))
                .post(mentions)
                .then()
                .statusCode(200)
                .body("mentionId", equalTo(first));
    }

    @Test
    void answersARepeatedKnownMentionAsTheFirstTime() {
        String first = asEveryone().body(line("1", "first")).post(mentions).path("mentionId");
        var key = "known-" + brandId;

        for (int i = 0; i < 2; i++) {
            asEveryone()
                    .header("Idempotency-Key", key)
                    .body(line("1", "edited"))
                    .post(mentions)
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", i == 0 ? nullValue(String.class) : equalTo("true"))
                    .body("mentionId", equalTo(first));
        }
        asEveryone()
                .header("Idempotency-Key", key)
                .body(line("2", "another"))
                .post(mentions)
                .then()
                .statusCode(422);
    }

    @Test
    void answersAStreamLineByLineAndInOrder() {
        var body = String.join(
                "\n",
                line("1", "one"),
                "",
                "not json",
                line("2", "two"),
                line("1", "one again"),
                "{\"source\": \"x\"}");

        var answers = stream(body);

        assertThat(answers).hasSize(6);
        assertThat(answers.stream().limit(5).map(answer -> answer.getInt("line")))
                .containsExactly(1, 3, 4, 5, 6);
        assertThat(answers.stream().limit(5).map(answer -> answer.getString("status")))
                .containsExactly("created", "rejected", "created", "known", "rejected");
        assertThat(answers.get(1).getInt("problem.status")).isEqualTo(400);
        assertThat(answers.get(4).getList("problem.errors.pointer")).contains("/text");
        assertThat(answers.get(5).getInt("summary.created")).isEqualTo(2);
        assertThat(answers.get(5).getInt("summary.known")).isEqualTo(1);
        assertThat(answers.get(5).getInt("summary.rejected")).isEqualTo(2);
        asEveryone()
                .header("Parvis-Position", answers.get(5).getString("position"))
                .get(mentions)
                .then()
                .body("items.text", contains("two", "one"));
    }

    @Test
    void countsNothingTwiceWhereAStreamIsSentAgain() {
        var body = IntStream.range(0, 5000)
                .mapToObj(i -> line("m" + i, "text " + i))
                .collect(Collectors.joining("\n"));

        var first = stream(body).getLast();
        var again = stream(body).getLast();

        assertThat(first.getInt("summary.created")).isEqualTo(5000);
        assertThat(again.getInt("summary.known")).isEqualTo(5000);
        assertThat(again.getInt("summary.created")).isZero();
        asEveryone()
                .header("Parvis-Position", again.getString("position"))
                .get(mentions + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void rejectsALineThatIsTooLongAndGoesOn() {
        var answers = stream(line("1", "x".repeat(1 << 21)) + "\n" + line("2", "short"));

        assertThat(answers.get(0).getString("status")).isEqualTo("rejected");
        assertThat(answers.get(1).getString("status")).isEqualTo("created");
    }

    @Test
    void endsAPageOfLongMentionsWhereItComesToAMebibyte() {
        var last = stream(IntStream.range(0, 30)
                        .mapToObj(i -> line("m" + i, "🚲".repeat(9_990) + i))
                        .collect(Collectors.joining("\n")))
                .getLast();

        var walked = walked(mentions, last.getString("position"));

        assertThat(walked).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void endsAPageOfLongWatchesWhereItComesToAMebibyte() {
        var words = IntStream.range(0, 50).mapToObj(i -> i + "🚲".repeat(98)).toList();
        var watches = "/v1/brands/" + brandId + "/watches";
        var last = "";
        for (int i = 0; i < 25; i++) {
            var created = asEveryone()
                    .body(Map.of("name", "w" + i, "subject", "own", "all", words, "any", words, "none", words))
                    .post(watches);
            created.then().statusCode(201);
            last = created.header("Parvis-Position");
        }

        assertThat(walked(watches, last)).hasSize(25).doesNotHaveDuplicates();
    }

    /** Everything, by pages of as many as there may be, of which none is larger than it may be. */
    private static List<Object> walked(String list, String position) {
        var ids = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = asEveryone().header("Parvis-Position", position).queryParam("limit", 200);
            var page = cursor == null
                    ? request.get(list)
                    : request.queryParam("cursor", cursor).get(list);
            page.then().statusCode(200);
            assertThat(page.asByteArray()).hasSizeLessThan((1 << 20) + (1 << 16));
            ids.addAll(page.jsonPath().getList("items.mentionId"));
            ids.addAll(page.jsonPath().getList("items.watchId"));
            ids.removeIf(Objects::isNull);
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(2);
        return ids;
    }

    @Test
    void takesNoStreamFromWhoeverMayNot() {
        postStream(as(on("another", "partner")), "").then().statusCode(404);
        postStream(as(on(brandId, "analyst")), "").then().statusCode(403);
        postStream(as("Bearer nonsense"), "").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void knowsNoUnknownBrand() {
        asEveryone()
                .body(line("1", "x"))
                .post("/v1/brands/unknown/mentions")
                .then()
                .statusCode(404);
        asEveryone().get("/v1/brands/unknown/mentions").then().statusCode(404);
        asEveryone().get("/v1/brands/unknown/watches").then().statusCode(404);
    }

    @Test
    void watchesThePublishedContestsName() {
        var position = facts.record(new ContestPublished(
                new ContestId("c" + UUID.randomUUID()),
                new BrandId(brandId),
                "Win a bicycle",
                1,
                Instant.now(),
                Instant.now().plus(Duration.ofDays(1)),
                "Europe/Paris",
                "00"));

        assertThat(position).isPositive();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> asEveryone()
                        .get("/v1/brands/" + brandId + "/watches")
                        .then()
                        .body("items.name", contains("Win a bicycle"))
                        .body("items.subject", contains("own")));
    }

    @Test
    void addsAWatchOnRequest() {
        var watches = "/v1/brands/" + brandId + "/watches";
        var created = asEveryone()
                .body(Map.of("name", "Crowns", "subject", "sector", "any", List.of("dental crown")))
                .post(watches);

        asEveryone()
                .header("Parvis-Position", created.header("Parvis-Position"))
                .get(watches + "/" + created.path("watchId"))
                .then()
                .statusCode(200)
                .body("any", contains("dental crown"));
        asEveryone()
                .body(Map.of("name", "Nothing", "subject", "own"))
                .post(watches)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/any"));
    }

    @Test
    void refusesAStreamThatItWouldAnswerInAnotherFormat() {
        postStream(asEveryone().accept("text/html"), line("x1", "x")).then().statusCode(406);
        postStream(asEveryone().accept("x"), line("x2", "x")).then().statusCode(400);
        postStream(asEveryone().accept("application/json;q=0.5, application/x-ndjson"), line("x3", "x"))
                .then()
                .statusCode(200);
    }

    @Test
    void refusesAStreamWithAParameter() {
        postStream(asEveryone().queryParam("brand", "x"), line("x4", "x"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("parameter:brand"));
    }

    private List<JsonPath> stream(String body) {
        var answer = postStream(asEveryone(), body);
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    private Response postStream(io.restassured.specification.RequestSpecification request, String body) {
        return request.config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/x-ndjson")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(mentions);
    }

    private static String line(String externalId, String text) {
        return "{\"source\": \"forum\", \"externalId\": \"%s\", \"text\": \"%s\", \"publishedAt\": \"2026-07-04T10:00:00Z\"}"
                .formatted(externalId, text);
    }
}
