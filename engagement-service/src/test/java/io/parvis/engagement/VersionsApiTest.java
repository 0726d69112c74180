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
import static org.hamcrest.Matchers.endsWith;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tag that a read gives is the one that If-Match is compared with, whatever has happened to the thing. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class VersionsApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId = "";

    @BeforeEach
    void aBrand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void drawsTheContestThatWasReadAfterItsEntriesWereSealed() {
        var contest = sealed(ending("draw"));

        var stale = draw(contest, "\"1\"");
        var drawn = draw(contest, tag(contest));

        stale.then().statusCode(412).body("type", endsWith("/version-mismatch"));
        drawn.then().statusCode(200);
    }

    @Test
    void publishesTheContestThatWasReadWhereverItStands() {
        var draft = contests(brandId) + "/"
                + EngagementJourney.draft(brandId, rules()).path("contestId");
        post(draft + "/publish", tag(draft), Map.of()).then().statusCode(204);

        post(draft + "/publish", tag(draft), Map.of()).then().statusCode(204);
        patch(draft, tag(draft), Map.of("name", "Win two")).then().statusCode(204);
        post(draft + "/publish", tag(draft), Map.of()).then().statusCode(204);
        post(draft + "/cancel", tag(draft), Map.of("reason", "Enough.")).then().statusCode(204);
    }

    @Test
    void knowsAnInstantWinByItsTagOnceItsMomentsAreRevealed() {
        var contest = contests(brandId) + "/" + published(brandId, ending("instant-win"));
        await().atMost(PATIENCE)
                .until(() -> given().get(contest.replace("brands/" + brandId, "public") + "/proof")
                                .statusCode()
                        == 200);

        post(contest + "/cancel", "\"1\"", Map.of("reason", "No.")).then().statusCode(412);
        post(contest + "/cancel", tag(contest), Map.of("reason", "No."))
                .then()
                .statusCode(409)
                .body("type", endsWith("/contest-already-drawn"));
    }

    @Test
    void claimsAPrizeOfTheContestThatWasRead() {
        var rules = ending("draw");
        rules.put("prizes", List.of(Map.of("name", "Bicycle", "quantity", 2)));
        var contestId = published(brandId, rules);
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        enter(brandId, contestId, fan(brandId, "FR")).then().statusCode(201);
        var contest = contests(brandId) + "/" + contestId;
        await().atMost(PATIENCE).until(() -> draw(contest, "*").statusCode() == 200);

        post(contest + "/winners/1/claim", "\"1\"", Map.of()).then().statusCode(412);
        post(contest + "/winners/1/claim", tag(contest), Map.of()).then().statusCode(204);
        post(contest + "/winners/2/redraw", tag(contest), Map.of("reason", "No answer."))
                .then()
                .statusCode(204);
    }

    @Test
    void tagsAnEntryAnewWhenItIsTakenOutAndWhenItIsTakenBackIn() {
        var entry = entry("once", 1).getFirst();
        var entered = tag(entry);
        post(entry + "/invalidate", entered, Map.of("reason", "A machine."))
                .then()
                .statusCode(204);
        var invalid = tag(entry);
        post(entry + "/reinstate", entered, Map.of()).then().statusCode(412);
        post(entry + "/reinstate", invalid, Map.of()).then().statusCode(204);
        var valid = tag(entry);

        assertThat(List.of(entered, invalid, valid)).doesNotHaveDuplicates();
        asEveryone().header("If-None-Match", entered).get(entry).then().statusCode(200);
        asEveryone().header("If-None-Match", valid).get(entry).then().statusCode(304);
    }

    @Test
    void tellsTheEntriesOfAFanApart() {
        var entries = entry("calendar-day", 3);
        var first = tag(entries.getFirst());
        post(entries.getLast() + "/invalidate", tag(entries.getLast()), Map.of("reason", "A machine."))
                .then()
                .statusCode(204);

        assertThat(tag(entries.getFirst())).isEqualTo(first);
        post(entries.getFirst() + "/invalidate", first, Map.of("reason", "A machine."))
                .then()
                .statusCode(204);
    }

    @Test
    void importsIntoThePoolThatWasRead() {
        var pools = "/v1/brands/" + brandId + "/coupon-pools";
        var pool = pools + "/"
                + asEveryone().body(Map.of("name", "Ten euros off")).post(pools).path("couponPoolId");

        post(pool + "/codes", "\"1\"", Map.of("codes", List.of("CODE-0")))
                .then()
                .statusCode(412);
        post(pool + "/codes", tag(pool), Map.of("codes", List.of("CODE-1", "CODE-2")))
                .then()
                .statusCode(200);
        var fanId = fan(brandId, "FR");
        post(pool + "/reserve", tag(pool), Map.of("fanId", fanId)).then().statusCode(201);
        post(pool + "/redeem", tag(pool), Map.of("code", "CODE-2")).then().statusCode(200);
        post(pool + "/codes", tag(pool), Map.of("codes", List.of("CODE-3")))
                .then()
                .statusCode(200);
    }

    @Test
    void closesTheQuizThatWasReadAfterItWasChanged() {
        String quizId = QuizJourney.draft(brandId, QuizJourney.healthQuiz()).path("quizId");
        var quiz = QuizJourney.quiz(brandId, quizId);
        patch(quiz, tag(quiz), Map.of("title", "Other")).then().statusCode(204);

        post(quiz + "/close", tag(quiz), Map.of()).then().statusCode(409).body("type", endsWith("/quiz-not-published"));
        post(quiz + "/publish", tag(quiz), Map.of()).then().statusCode(204);
        post(quiz + "/close", tag(quiz), Map.of()).then().statusCode(204);
        post(quiz + "/close", tag(quiz), Map.of()).then().statusCode(204);
    }

    @Test
    void answersTheAttemptThatWasRead() {
        var quizId = QuizJourney.published(brandId, QuizJourney.healthQuiz());
        String attemptId =
                QuizJourney.start(brandId, quizId, fan(brandId, "FR")).path("attemptId");
        var attempt = QuizJourney.attempts(brandId, quizId) + "/" + attemptId;

        var answer = Map.of("questionId", "sleep", "optionIds", List.of("six"));
        var first = tag(attempt);
        assertThat(post(attempt + "/answers", first, answer).statusCode()).isLessThan(300);
        post(attempt + "/answers", first, answer).then().statusCode(412);
        assertThat(post(attempt + "/answers", tag(attempt), answer).statusCode())
                .isLessThan(300);
        assertThat(post(attempt + "/finish", tag(attempt), Map.of()).statusCode())
                .isLessThan(300);
    }

    @Test
    void tagsTheStatisticsOfAChangedQuizAnew() {
        String quizId = QuizJourney.draft(brandId, QuizJourney.healthQuiz()).path("quizId");
        var quiz = QuizJourney.quiz(brandId, quizId);
        var before = tag(quiz + "/statistics");
        var other = QuizJourney.choice(
                "other", "true-false", QuizJourney.option("yes", true), QuizJourney.option("no", false));
        patch(quiz, tag(quiz), Map.of("questions", List.of(other), "bands", List.of()))
                .then()
                .statusCode(204);

        assertThat(tag(quiz + "/statistics")).isNotEqualTo(before);
    }

    @Test
    void changesTheFanThatWasRead() {
        var fan = "/v1/brands/" + brandId + "/fans/" + fan(brandId, "FR");

        patch(fan, tag(fan), Map.of("country", "BE", "handle", "@anne")).then().statusCode(204);
        asEveryone()
                .header("If-Match", tag(fan))
                .body(Map.of("consents", List.of()))
                .put(fan + "/consents")
                .then()
                .statusCode(204);
        post(fan + "/conversion", tag(fan), Map.of()).then().statusCode(204);
        asEveryone().header("If-Match", "\"1\"").delete(fan).then().statusCode(412);
        asEveryone().header("If-Match", tag(fan)).delete(fan).then().statusCode(204);
    }

    /** What is made is new: no version of it is there to be named, whatever it belongs to. */
    @Test
    void makesNothingNewWhereSomethingMustBeThere() {
        var contestId = published(brandId, rules());
        var quizId = QuizJourney.published(brandId, QuizJourney.healthQuiz());
        var fanId = fan(brandId, "FR");
        enter(brandId, contestId, fanId).then().statusCode(201);
        var brand = "/v1/brands/" + brandId;
        var made = new HashMap<String, Map<String, Object>>();
        made.put(contests(brandId), rules());
        made.put(brand + "/quizzes", QuizJourney.healthQuiz());
        made.put(brand + "/fans", Map.of("country", "FR"));
        made.put(brand + "/coupon-pools", Map.of("name", "Ten euros off"));
        made.put(contests(brandId) + "/" + contestId + "/entries", Map.of("fanId", fan(brandId, "FR")));
        made.put(QuizJourney.attempts(brandId, quizId), Map.of("fanId", fanId));
        made.put(brand + "/referrals", Map.of("campaignId", quizId, "fanId", fanId));

        made.forEach((path, body) -> {
            assertThat(post(path, "*", body).statusCode()).as(path).isEqualTo(412);
            assertThat(asEveryone()
                            .header("If-None-Match", "*")
                            .body(body)
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(201);
        });
    }

    private static Map<String, Object> ending(String mechanic) {
        var rules = rules();
        rules.put("mechanic", mechanic);
        rules.put("closesAt", Instant.now().plusSeconds(2).toString());
        return rules;
    }

    /** @return its path, once it has closed by itself and its entries are sealed */
    private String sealed(Map<String, Object> rules) {
        var contest = closed(rules);
        await().atMost(PATIENCE)
                .until(() -> given().get(contest.replace("brands/" + brandId, "public"))
                                .path("merkleRoot")
                        != null);
        return contest;
    }

    private String closed(Map<String, Object> rules) {
        var contest = contests(brandId) + "/" + published(brandId, rules);
        await().atMost(PATIENCE).until(() -> asEveryone().get(contest).path("state"), state -> "closed".equals(state));
        return contest;
    }

    /** @return the paths of a fan's entries to one contest */
    private List<String> entry(String mode, int times) {
        var rules = rules();
        rules.put("frequency", times == 1 ? Map.of("mode", mode) : Map.of("mode", mode, "count", times));
        var contestId = published(brandId, rules);
        var fanId = fan(brandId, "FR");
        return IntStream.range(0, times)
                .mapToObj(i -> contests(brandId) + "/" + contestId + "/entries/"
                        + enter(brandId, contestId, fanId).path("entryId"))
                .toList();
    }

    private static Response draw(String contest, String ifMatch) {
        return post(contest + "/draw", ifMatch, Map.of());
    }

    private static Response post(String path, String ifMatch, Map<String, ?> body) {
        return asEveryone().header("If-Match", ifMatch).body(body).post(path);
    }

    private static Response patch(String path, String ifMatch, Map<String, ?> body) {
        return asEveryone().header("If-Match", ifMatch).body(body).patch(path);
    }

    /** Of the newest version: the views have seen all that is recorded by now. */
    private String tag(String path) {
        var last = asEveryone().body(Map.of("country", "FR")).post("/v1/brands/" + brandId + "/fans");
        return asEveryone()
                .header("Parvis-Position", last.header("Parvis-Position"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
