package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ReferralApiTest {

    private static final int RACES = 20;

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void rewardsBothWhenAFriendWhoCameThroughALinkBecomesACustomer() {
        programme(
                Map.of("event", "referral-converted", "points", 300),
                Map.of("event", "fan-became-customer", "points", 500));
        var quizId = QuizJourney.published(brandId, QuizJourney.healthQuiz());
        var alice = fan(brandId, "FR");
        land(quizId, "https://www.example.org/quiz?lang=fr").then().statusCode(204);
        var token = link(alice, quizId);
        await().untilAsserted(() ->
                assertThat(followed(token)).isEqualTo("https://www.example.org/quiz?lang=fr&referralToken=" + token));

        var friend = fan(brandId, "FR");
        attempt(quizId, friend, token)
                .then()
                .statusCode(201)
                .body("referral", equalTo("counted"))
                .body("questions.size()", equalTo(3));
        convert(friend).then().statusCode(204);
        convert(friend).then().statusCode(204);

        await().untilAsserted(() -> {
            statement(alice).then().body("balance", equalTo(300)).body("items[0].source", equalTo(quizId));
            statement(friend).then().body("balance", equalTo(500));
            circles(quizId)
                    .then()
                    .statusCode(200)
                    .body("participants", equalTo(2))
                    .body("referred", equalTo(1))
                    .body("kFactor", equalTo(0.5f))
                    .body("circles.depth", contains(0, 1))
                    .body("circles.members", contains(1, 1))
                    .body("circles.converted", contains(0, 1))
                    .body("circles[1].conversionRate", equalTo(1.0f));
        });
        statement(alice).then().body("items.operation", contains("earn"));
    }

    @Test
    void givesAFanOneLinkPerCampaign() {
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");

        var first = share(fanId, contestId);
        var second = share(fanId, contestId);

        first.then().statusCode(201).header("Location", endsWith("/v1/public/r/" + first.path("token")));
        second.then()
                .statusCode(200)
                .header("Parvis-Position", not(emptyOrNullString()))
                .body("token", equalTo(first.path("token")));
        assertThat(first.<String>path("token")).hasSize(27).doesNotContain(fanId);
        share(fanId, published(brandId, rules())).then().statusCode(201);
    }

    @Test
    void makesLinksWithTheConfiguredAddressWhateverTheRequestSays() {
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");

        for (var asked = 0; asked < 2; asked++) {
            var shared = asEveryone()
                    .header("Host", "forged.example")
                    .header("X-Forwarded-Host", "forged.example")
                    .header("X-Forwarded-Proto", "gopher")
                    .header("Forwarded", "host=forged.example;proto=gopher")
                    .body(Map.of("fanId", fanId, "campaignId", contestId))
                    .post(referrals());

            shared.then().body("url", equalTo("http://localhost:8080/v1/public/r/" + shared.path("token")));
            assertThat(shared.headers().toString()).doesNotContain("forged");
        }
    }

    @Test
    void makesOneLinkHoweverManyAskAtOnce() throws Exception {
        var contestId = published(brandId, rules());
        var fanId = fan(brandId, "FR");

        var answers = atOnce(Stream.generate(() -> (Callable<Response>) () -> share(fanId, contestId))
                .limit(RACES)
                .toList());

        assertThat(answers)
                .extracting(answer -> answer.<String>path("token"))
                .containsOnly(answers.getFirst().<String>path("token"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    }

    @Test
    void leadsToWhatEverybodyMayKnowWhereTheBrandHasNotSaidWhere() {
        var contestId = published(brandId, rules());
        var token = link(fan(brandId, "FR"), contestId);

        var target = followed(token);

        RestAssured.given()
                .redirects()
                .follow(false)
                .head("/v1/public/r/" + token)
                .then()
                .statusCode(303)
                .header("Location", equalTo(target));
        assertThat(target).isEqualTo("/v1/public/r/%s/campaign?referralToken=%s".formatted(token, token));
        RestAssured.given()
                .get(target)
                .then()
                .statusCode(200)
                .body("campaignId", equalTo(contestId))
                .body("kind", equalTo("contest"))
                .body("name", equalTo("Win a bicycle"))
                .body("referralToken", equalTo(token))
                .body("fanId", nullValue());
        var quizToken = link(fan(brandId, "FR"), QuizJourney.published(brandId, QuizJourney.healthQuiz()));
        RestAssured.given()
                .get("/v1/public/r/" + quizToken + "/campaign")
                .then()
                .statusCode(200)
                .body("kind", equalTo("quiz"))
                .body("name", equalTo("Ready for student life?"));
    }

    @Test
    void knowsNoLinkThatWasNeverMade() {
        for (var token : List.of("x".repeat(27), "x", "a".repeat(1_000), "%00", "%2e%2e")) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get("/v1/public/r/" + token)
                    .then()
                    .statusCode(404);
        }
        RestAssured.given()
                .get("/v1/public/r/" + "x".repeat(27))
                .then()
                .contentType("application/problem+json")
                .body("type", endsWith("/referral-link-not-found"));
    }

    @Test
    void countsTheFirstTouchAndNoOther() {
        var contestId = published(brandId, daily());
        var alice = link(fan(brandId, "FR"), contestId);
        var bob = link(fan(brandId, "FR"), contestId);

        var direct = fan(brandId, "FR");
        enter(contestId, direct, null).then().statusCode(201).body("referral", nullValue());
        enter(contestId, direct, alice).then().statusCode(201).body("referral", equalTo("already-in"));
        var friend = fan(brandId, "FR");
        enter(contestId, friend, alice).then().statusCode(201).body("referral", equalTo("counted"));
        var last = enter(contestId, friend, bob);

        last.then().statusCode(201).body("referral", equalTo("already-in"));
        circlesAfter(contestId, last)
                .then()
                .body("circles.depth", contains(0, 1))
                .body("circles.members", contains(3, 1))
                .body("kFactor", equalTo(0.25f));
    }

    @Test
    void keepsTheWordForARepeatedRequest() {
        var contestId = published(brandId, rules());
        var token = link(fan(brandId, "FR"), contestId);
        var body = Map.of("fanId", fan(brandId, "FR"), "referralToken", token);

        for (int i = 0; i < 2; i++) {
            asEveryone()
                    .header("Idempotency-Key", "r-" + token)
                    .body(body)
                    .post(contests(brandId) + "/" + contestId + "/entries")
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", i == 0 ? nullValue(String.class) : equalTo("true"))
                    .body("referral", equalTo("counted"));
        }
    }

    @Test
    void givesAReceiptForTheEntryAndNotForTheCircle() {
        var contestId = published(brandId, rules());
        var token = link(fan(brandId, "FR"), contestId);

        var direct = enter(contestId, fan(brandId, "FR"), null);
        var through = enter(contestId, fan(brandId, "FR"), token);
        var items = asEveryone()
                .header("Parvis-Position", through.header("Parvis-Position"))
                .get(contests(brandId) + "/" + contestId + "/entries");

        assertThat(through.<Integer>path("receipt.position"))
                .isGreaterThan(direct.<Integer>path("receipt.position") + 1);
        items.then().body("items.entryId", contains(through.<String>path("entryId"), direct.path("entryId")));
    }

    @Test
    void hasNoLoops() {
        var contestId = published(brandId, daily());
        var alice = fan(brandId, "FR");
        var bob = fan(brandId, "FR");
        var carol = fan(brandId, "FR");
        enter(contestId, bob, link(alice, contestId)).then().body("referral", equalTo("counted"));
        enter(contestId, carol, link(bob, contestId)).then().body("referral", equalTo("counted"));

        enter(contestId, alice, link(carol, contestId)).then().body("referral", equalTo("already-in"));
        enter(contestId, bob, link(carol, contestId)).then().body("referral", equalTo("already-in"));
        var last = enter(contestId, alice, link(alice, contestId));

        last.then().statusCode(201).body("referral", equalTo("own-link"));
        circlesAfter(contestId, last)
                .then()
                .body("circles.depth", contains(0, 1, 2))
                .body("circles.members", contains(1, 1, 1));
    }

    /** Each needs a link to be referred by; so whoever makes one and follows another at once does one of them first. */
    @Test
    void hasNoLoopsBetweenTwoWhoReferEachOtherAtTheSameInstant() throws Exception {
        var contestId = published(brandId, rules());
        for (int i = 0; i < RACES; i++) {
            var alice = fan(brandId, "FR");
            var bob = fan(brandId, "FR");
            var aliceLink = link(alice, contestId);
            var answers = atOnce(List.of(
                    () -> enter(contestId, bob, aliceLink),
                    () -> share(bob, contestId),
                    () -> enter(contestId, alice, share(bob, contestId).path("token"))));

            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201);
            assertThat(answers.getLast().<String>path("referral")).isEqualTo("already-in");
            var bobCameThroughAlice = answers.getFirst().path("referral").equals("counted");
            var carol = fan(brandId, "FR");
            var carolCame = enter(contestId, carol, share(bob, contestId).path("token"));
            assertThat(depthOf(carol, contestId, carolCame)).isEqualTo(bobCameThroughAlice ? 2 : 1);
        }
    }

    @Test
    void countsOneOfTwoTokensAtTheSameInstant() throws Exception {
        var contestId = published(brandId, daily());
        var alice = link(fan(brandId, "FR"), contestId);
        var bob = link(fan(brandId, "FR"), contestId);
        for (int i = 0; i < RACES; i++) {
            var friend = fan(brandId, "FR");

            var answers = atOnce(List.of(() -> enter(contestId, friend, alice), () -> enter(contestId, friend, bob)));

            assertThat(answers)
                    .extracting(answer -> answer.<String>path("referral"))
                    .containsExactlyInAnyOrder("counted", "already-in");
        }
    }

    @Test
    void losesNoEntryToATokenThatCountsForNothing() {
        var contestId = published(brandId, rules());
        var elsewhere = brandRegistered(new RecordedFacts(engine));
        var theirs = published(elsewhere, rules());
        String foreign = asEveryone()
                .body(Map.of("fanId", fan(elsewhere, "FR"), "campaignId", theirs))
                .post("/v1/brands/" + elsewhere + "/referrals")
                .path("token");
        var other = link(fan(brandId, "FR"), published(brandId, rules()));

        for (var token : List.of(foreign, "x".repeat(27), "shortened", "", "it's no token")) {
            enter(contestId, fan(brandId, "FR"), token).then().statusCode(201).body("referral", equalTo("unknown"));
            register(token).then().statusCode(201).body("referral", equalTo("unknown"));
        }
        var last = enter(contestId, fan(brandId, "FR"), other);
        last.then().statusCode(201).body("referral", equalTo("other-campaign"));
        enter(contestId, fan(brandId, "FR"), "x".repeat(201))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/referralToken"));
        circlesAfter(contestId, last).then().body("circles.members", contains(6));
    }

    @Test
    void putsWhoeverRegistersThroughALinkInItsCircle() {
        var contestId = published(brandId, rules());
        var alice = fan(brandId, "FR");
        var registered = register(link(alice, contestId));
        registered.then().statusCode(201).body("referral", equalTo("counted"));
        String friend = registered.path("fanId");

        enter(contestId, friend, null).then().statusCode(201);
        var entered = enter(contestId, alice, null);
        circlesAfter(contestId, entered)
                .then()
                .body("participants", equalTo(2))
                .body("circles.members", contains(1, 1));
        asEveryone()
                .header("Parvis-Position", entered.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/fans/" + friend + "/export")
                .then()
                .body("activity.circles[0].campaignId", equalTo(contestId))
                .body("activity.circles[0].depth", equalTo(1))
                .body("activity.circles[0].throughSomebody", equalTo(true));
    }

    @Test
    void leadsOnFromTheLinkOfAnErasedFanWhoEarnsNothing() {
        programme(
                Map.of("event", "referral-converted", "points", 300),
                Map.of("event", "fan-became-customer", "points", 500));
        var contestId = published(brandId, rules());
        var alice = fan(brandId, "FR");
        var token = link(alice, contestId);
        asEveryone().delete("/v1/brands/" + brandId + "/fans/" + alice).then().statusCode(204);

        assertThat(followed(token)).endsWith("referralToken=" + token);
        var friend = fan(brandId, "FR");
        enter(contestId, friend, token).then().statusCode(201).body("referral", equalTo("counted"));
        convert(friend).then().statusCode(204);

        await().untilAsserted(() -> statement(friend).then().body("balance", equalTo(500)));
        statement(alice).then().statusCode(404);
        share(alice, contestId).then().statusCode(404).body("type", endsWith("/fan-not-found"));
    }

    @Test
    void countsNoConversionOfWhoeverWasACustomerBefore() {
        var contestId = published(brandId, rules());
        var token = link(fan(brandId, "FR"), contestId);
        var friend = fan(brandId, "FR");
        convert(friend).then().statusCode(204);

        var entered = enter(contestId, friend, token);

        entered.then().body("referral", equalTo("counted"));
        circlesAfter(contestId, entered).then().body("circles.converted", contains(0, 0));
    }

    @Test
    void sharesWhatIsOpenAndNothingElse() {
        String draft = EngagementJourney.draft(brandId, rules()).path("contestId");
        var fanId = fan(brandId, "FR");
        share(fanId, draft).then().statusCode(409).body("type", endsWith("/campaign-not-published"));
        var quizId = QuizJourney.published(brandId, QuizJourney.healthQuiz());
        QuizJourney.close(brandId, quizId).then().statusCode(204);
        share(fanId, quizId).then().statusCode(409).body("type", endsWith("/campaign-is-over"));
        share(fanId, "nothing").then().statusCode(404).body("type", endsWith("/campaign-not-found"));
        share("nobody", published(brandId, rules())).then().statusCode(404).body("type", endsWith("/fan-not-found"));
        asEveryone().body(Map.of("fanId", fanId)).post(referrals()).then().statusCode(400);
        var open = published(brandId, rules());
        EngagementJourney.brandArchived(new RecordedFacts(engine), brandId);
        share(fanId, open).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        land(open, "https://example.org").then().statusCode(409).body("type", endsWith("/brand-is-archived"));
    }

    @Test
    void letsTheBrandsOwnPeopleSayWhereLinksLead() {
        var contestId = published(brandId, rules());
        var page = "/v1/brands/" + brandId + "/campaigns/" + contestId + "/landing-page";
        var body = Map.of("url", "https://www.example.org/win");
        as(on(brandId, "partner")).body(body).put(page).then().statusCode(403);
        as(on("other", "admin")).body(body).put(page).then().statusCode(404);
        land(contestId, "http://example.org").then().statusCode(400).body("errors[0].pointer", equalTo("/url"));
        land("nothing", "https://example.org").then().statusCode(404);
        asEveryone().get(page).then().statusCode(404).body("type", endsWith("/landing-page-not-found"));

        var set = as(on(brandId, "editor")).body(body).put(page);

        set.then().statusCode(204);
        asEveryone()
                .header("Parvis-Position", set.header("Parvis-Position"))
                .get(page)
                .then()
                .statusCode(200)
                .body("url", equalTo("https://www.example.org/win"));
    }

    @Test
    void showsCirclesToWhoeverReadsTheBrandAndToNobodyElse() {
        var contestId = published(brandId, rules());
        var quizId = QuizJourney.published(brandId, QuizJourney.healthQuiz());
        await().untilAsserted(() -> circles(contestId)
                .then()
                .statusCode(200)
                .body("participants", equalTo(0))
                .body("kFactor", equalTo(0))
                .body("circles.size()", equalTo(0)));
        await().untilAsserted(() -> circles(quizId).then().statusCode(200));

        as(on(brandId, "partner")).get(circlesOf(contestId)).then().statusCode(403);
        as(on("other", "analyst")).get(circlesOf(contestId)).then().statusCode(404);
        as(on(brandId, "analyst"))
                .get(circlesOf("nothing"))
                .then()
                .statusCode(404)
                .body("type", endsWith("/campaign-not-found"));
        as(on(brandId, "analyst"))
                .body(Map.of("fanId", "f", "campaignId", contestId))
                .post(referrals())
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> daily() {
        var rules = rules();
        rules.put("frequency", Map.of("mode", "calendar-day", "count", 9));
        return rules;
    }

    @SafeVarargs
    private final void programme(Map<String, ?>... rules) {
        asEveryone()
                .body(Map.of("timeZone", "Europe/Paris", "rules", List.of(rules)))
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(204);
    }

    private String referrals() {
        return "/v1/brands/" + brandId + "/referrals";
    }

    private Response share(String fanId, String campaignId) {
        return as(on(brandId, "partner"))
                .body(Map.of("fanId", fanId, "campaignId", campaignId))
                .post(referrals());
    }

    private String link(String fanId, String campaignId) {
        return share(fanId, campaignId).path("token");
    }

    private static String followed(String token) {
        var answer = RestAssured.given().redirects().follow(false).get("/v1/public/r/" + token);
        answer.then().statusCode(303);
        return answer.header("Location");
    }

    private Response land(String campaignId, String url) {
        return as(on(brandId, "admin"))
                .body(Map.of("url", url))
                .put("/v1/brands/" + brandId + "/campaigns/" + campaignId + "/landing-page");
    }

    private Response register(String token) {
        return asEveryone()
                .body(Map.of("country", "FR", "referralToken", token))
                .post("/v1/brands/" + brandId + "/fans");
    }

    private Response enter(String contestId, String fanId, String token) {
        return asEveryone().body(through(fanId, token)).post(contests(brandId) + "/" + contestId + "/entries");
    }

    private Response attempt(String quizId, String fanId, String token) {
        return asEveryone().body(through(fanId, token)).post(QuizJourney.attempts(brandId, quizId));
    }

    private static Map<String, Object> through(String fanId, String token) {
        var body = new HashMap<String, Object>(Map.of("fanId", fanId));
        if (token != null) {
            body.put("referralToken", token);
        }
        return body;
    }

    private Response convert(String fanId) {
        return asEveryone()
                .body(Map.of(
                        "becameCustomerAt",
                        Instant.now().minus(Duration.ofMinutes(1)).toString()))
                .post("/v1/brands/" + brandId + "/fans/" + fanId + "/conversion");
    }

    private Response statement(String fanId) {
        return asEveryone().get("/v1/brands/" + brandId + "/fans/" + fanId + "/statement");
    }

    private String circlesOf(String campaignId) {
        return "/v1/brands/" + brandId + "/campaigns/" + campaignId + "/circles";
    }

    private Response circles(String campaignId) {
        return as(on(brandId, "analyst")).get(circlesOf(campaignId));
    }

    private Response circlesAfter(String campaignId, Response written) {
        return as(on(brandId, "analyst"))
                .header("Parvis-Position", written.header("Parvis-Position"))
                .get(circlesOf(campaignId));
    }

    private int depthOf(String fanId, String campaignId, Response written) {
        return asEveryone()
                .header("Parvis-Position", written.header("Parvis-Position"))
                .get("/v1/brands/" + brandId + "/fans/" + fanId + "/export")
                .path("activity.circles.find { it.campaignId == '" + campaignId + "' }.depth");
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
