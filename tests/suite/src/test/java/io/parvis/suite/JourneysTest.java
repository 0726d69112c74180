package io.parvis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parvis.launcher.ParvisUnderTest;
import io.parvis.suite.SuiteClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three cases that the product was imagined from, through the gateway, each by those whose roles they are. */
@Tag("slow")
@Order(2)
@ExtendWith(RunningSuite.class)
class JourneysTest {

    private static ParvisUnderTest parvis;
    private static SuiteClient admin;

    @TempDir
    private Path folder;

    @BeforeAll
    static void up(ParvisUnderTest running) {
        parvis = running;
        admin = new SuiteClient(parvis.url(), parvis.apiKey());
    }

    private static SuiteClient as(String role) {
        return new SuiteClient(parvis.url(), parvis.apiKey(role));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void drawsJerseysAmongThoseWhoFollowedTheTeamAndAnybodyCanCheckIt() throws Exception {
        var brandId = new Journey(admin).brand();
        var team = new Campaigns(admin, brandId);
        var anybody = SuiteClient.anybody(parvis.url());
        var connector = new Campaigns(as("partner"), brandId);
        var moderator = new Campaigns(as("moderator"), brandId);
        var fans = IntStream.range(0, 5)
                .mapToObj(i -> connector.fan(Map.of("externalId", "follower-" + i)))
                .toList();
        var commitments = new ArrayList<String>();
        var receipts = new ArrayList<Answer>();
        var contestId = team.cyclingContest(Duration.ofDays(14), open -> {
            commitments.add(anybody.get("/v1/public/contests/" + open).text("seedCommitment"));
            receipts.clear();
            fans.forEach(fanId -> receipts.add(connector.contest("/entries", open, Map.of("fanId", fanId))));
            var machine = receipts.getLast().text("entryId");
            var invalidated =
                    moderator.contest("/entries/" + machine + "/invalidate", open, Map.of("reason", "A machine."));
            return receipts.stream().allMatch(receipt -> receipt.status() == 201) && invalidated.status() == 204;
        });
        var commitment = commitments.getLast();
        var offered = "/v1/public/contests/" + contestId;

        await().untilAsserted(() ->
                assertThat(anybody.get(offered).text("merkleRoot")).hasSize(64));
        var root = anybody.get(offered).text("merkleRoot");
        var drawn = new Campaigns(as("approver"), brandId).contest("/draw", contestId, Map.of());
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.body().path("winners")).hasSize(2);

        var proof = anybody.text(offered + "/proof");
        var verifier = new DrawVerifier(folder);
        var in = verifier.file("in.json", receipts.getFirst().body().toString());
        var out = verifier.file("out.json", receipts.getLast().body().toString());
        assertThat(verifier.verify(proof, "--seed-commitment", commitment, "--root", root, "--receipt", in))
                .matches(word -> word.exit() == 0)
                .matches(word -> word.said().contains("the receipt's entry is in the draw"));
        assertThat(verifier.verify(proof, "--receipt", out).said()).contains("was invalidated: A machine.");
        assertThat(verifier.verify(proof.replace("A machine.", "A human.")).exit())
                .isNotZero();
        assertThat(verifier.verify(proof, "--root", "00".repeat(32)).exit()).isNotZero();

        var winner = drawn.body().at("/winners/0/fanId").asText();
        assertThat(connector
                        .contest("/winners/1/claim", contestId, Map.of("fanId", winner))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void letsAFanGuessWhatACrownCostsAndTellsOnlyThen() {
        var game = new Campaigns(as("partner"), new Journey(admin).brand());
        var quizId = new Campaigns(admin, game.brandId()).crownGame();
        var fanId = game.fan(Map.of());
        var attempt = game.start(quizId, fanId);
        assertThat(attempt.status()).isEqualTo(201);
        var attemptId = attempt.text("attemptId");
        assertThat(game.answer(quizId, attemptId, Map.of("questionId", "price", "number", 500))
                        .status())
                .isEqualTo(204);
        assertThat(game.read("/quizzes/" + quizId, "Parvis-Position", attempt.position())
                        .body()
                        .toString())
                .doesNotContain("547");

        var finished = game.finish(quizId, attemptId);

        assertThat(finished.status()).isEqualTo(200);
        assertThat(finished.body().path("score").asDouble()).isEqualTo(7.63);
        assertThat(finished.body().at("/questions/0/correctNumber").asDouble()).isEqualTo(547.31);
        assertThat(finished.body().at("/band/advice").asText()).contains("three quotes");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void bringsAFriendWhoBecomesACustomerAndRewardsBoth() {
        var brandId = new Journey(admin).brand();
        var mutual = new Campaigns(admin, brandId);
        mutual.rewards(
                Map.of("event", "quiz-passed", "points", 50),
                Map.of("event", "fan-became-customer", "points", 500),
                Map.of("event", "referral-converted", "points", 300));
        var quizId = mutual.studentQuiz();
        mutual.landingPage(quizId, "https://www.example.org/students");
        var connector = new Campaigns(as("partner"), brandId);
        var alice = connector.fan(Map.of("externalId", "alice"));
        var first = connector.passStudentQuiz(quizId, alice, null);
        assertThat(first.body().at("/questions/0/advice/0").asText()).isEqualTo("Well slept.");
        assertThat(first.body().at("/band/advice").asText()).isEqualTo("Find a doctor where you study.");

        var link = connector.share(quizId, alice);
        assertThat(link.status()).as("%s", link.body()).isEqualTo(201);
        await().untilAsserted(() -> {
            var followed = SuiteClient.anybody(parvis.url()).get("/v1/public/r/" + link.text("token"));
            assertThat(followed.status()).isEqualTo(303);
            assertThat(followed.headers().get("location")).startsWith("https://www.example.org/students?");
        });
        var bob = connector.fan(Map.of("externalId", "bob"));
        connector.passStudentQuiz(quizId, bob, link.text("token"));
        assertThat(connector.convert(bob).status()).isEqualTo(204);

        await().untilAsserted(() -> {
            assertThat(connector.balance(alice)).isEqualTo(50 + 300);
            assertThat(connector.balance(bob)).isEqualTo(50 + 500);
            var circles = mutual.read("/campaigns/" + quizId + "/circles").body();
            assertThat(circles.path("kFactor").asDouble()).isEqualTo(0.5);
            assertThat(circles.at("/circles/1/conversionRate").asDouble()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"README.md", "docs/tour.md"})
    void showsWhatTheDocumentationSays(String page) throws Exception {
        var project = Path.of("..", "..").toAbsolutePath().normalize();
        Walkthrough.of(project.resolve(page)).followed(project, parvis.environment());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void letsAPageOfAnotherOriginReadAPublicContestAndNothingElse() throws Exception {
        var program = Browser.installed();
        if (program.isEmpty()) {
            System.out.println("SKIPPED: there is no chromium, so no browser has read a public contest");
        }
        assumeTrue(program.isPresent(), "chromium is needed to read as a browser does");
        var brandId = new Journey(admin).brand();
        var contestId = new Journey(admin).publishedContest(brandId);
        var page = """
            const api = "%s/v1";
            const contest = await fetch(api + "/public/contests/%s");
            const etag = contest.headers.get("ETag");
            const again = await fetch(api + "/public/contests/%s", {headers: {"If-None-Match": etag ?? '"none"'}, cache: "no-store"});
            const missing = await fetch(api + "/public/contests/nothing");
            const hidden = await fetch(api + "/brands/%s", {headers: {"X-API-Key": "%s"}}).then(() => "read", () => "kept");
            await tell({from: location.origin, status: contest.status, etag, name: (await contest.json()).name,
                        again: again.status, missing: missing.status, why: (await missing.json()).type, hidden});
            """.formatted(parvis.url(), contestId, contestId, brandId, parvis.apiKey());

        var told = new Browser(program.get(), folder).show(page);

        System.out.println("A page of another origin was told: " + told);
        assertThat(told.path("from").asText()).startsWith("http://localhost:").isNotEqualTo(parvis.url());
        assertThat(told.path("status").asInt()).isEqualTo(200);
        assertThat(told.path("name").asText()).isEqualTo("Win a bicycle");
        assertThat(told.path("missing").asInt()).isEqualTo(404);
        assertThat(told.path("why").asText()).endsWith("not-found");
        assertThat(told.path("hidden").asText()).isEqualTo("kept");
        if (told.path("etag").isTextual()) {
            assertThat(told.path("again").asInt()).isEqualTo(304);
        }
    }
}
