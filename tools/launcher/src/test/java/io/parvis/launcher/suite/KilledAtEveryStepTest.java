package io.parvis.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.launcher.ParvisUnderTest;
import io.parvis.launcher.suite.SuiteClient.Answer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of engagement-service at every append with which a contest is closed, sealed, drawn, claimed, passed on
 * and settled: the outcome is that of a contest that nobody disturbed. People repeat a request that was not answered, with
 * its Idempotency-Key; what happens by itself, happens.
 */
class KilledAtEveryStepTest {

    /** What becomes of the append at which the service is killed. */
    enum Fate {
        NEVER_ARRIVED,
        RECORDED_BUT_NOT_ANSWERED
    }

    private static final String SERVICE = "engagement";
    private static final Set<Integer> NOT_NOW = Set.of(0, 502, 503, 504);

    private static ParvisUnderTest parvis;
    private static SuiteClient client;

    @TempDir
    private Path folder;

    @BeforeAll
    static void up() {
        parvis = ParvisUnderTest.start();
        client = new SuiteClient(parvis.url(), parvis.apiKey());
    }

    @AfterAll
    static void down() throws InterruptedException {
        parvis.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsAsIfNothingHadHappened(Fate fate) throws Exception {
        var campaign = new Campaigns(client, new Journey(client).brand());
        var contestId = campaign.cyclingContest(Duration.ofSeconds(5), Duration.ofSeconds(25));
        for (var i = 0; i < 4; i++) {
            campaign.contest("/entries", contestId, Map.of("fanId", campaign.fan(Map.of())));
        }
        try (var turnstile = new Turnstile(parvis.jdbcUrl(), parvis.databasePassword())) {
            byItself(fate, turnstile, contestId, "ContestClosed");
            byItself(fate, turnstile, contestId, "EntriesSealed");
            var drawn = onRequest(fate, turnstile, campaign, contestId, "/draw", Map.of());
            assertThat(drawn.status()).isEqualTo(200);
            claim(fate, turnstile, campaign, contestId, 2);
            byItself(fate, turnstile, contestId, "PrizeRedrawn");
            claim(fate, turnstile, campaign, contestId, 1);

            assertThat(turnstile.events(contestId))
                    .containsExactly(
                            "ContestDrafted",
                            "DrawCommitted",
                            "ContestPublished",
                            "ContestEntered",
                            "ContestEntered",
                            "ContestEntered",
                            "ContestEntered",
                            "ContestClosed",
                            "EntriesSealed",
                            "ContestDrawn",
                            "PrizeClaimed",
                            "PrizeRedrawn",
                            "PrizeClaimed",
                            "ContestSettled");
        }
        var verdict = new DrawVerifier(folder)
                .verify(SuiteClient.anybody(parvis.url()).text("/v1/public/contests/" + contestId + "/proof"));
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).contains("1 redraws");
    }

    /** A step that comes when its time or its cause has come. */
    private void byItself(Fate fate, Turnstile turnstile, String contestId, String event) throws SQLException {
        killAt(turnstile.arrival(SERVICE), fate, turnstile);
        if (fate == Fate.NEVER_ARRIVED) {
            turnstile.arrival(SERVICE);
            turnstile.letOneIn();
        }
        await().untilAsserted(() -> assertThat(turnstile.events(contestId)).endsWith(event));
        awaitBack();
    }

    /** A step that somebody asks for, and asks for again where no answer comes. */
    private Answer onRequest(
            Fate fate, Turnstile turnstile, Campaigns campaign, String contestId, String verb, Map<String, ?> body)
            throws SQLException {
        var key = UUID.randomUUID().toString();
        var first =
                CompletableFuture.supplyAsync(() -> campaign.contest(verb, contestId, body, "Idempotency-Key", key));
        killAt(turnstile.arrival(SERVICE), fate, turnstile);
        assertThat(first.join().status()).isIn(NOT_NOW);
        var again = CompletableFuture.supplyAsync(() -> await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> campaign.contest(verb, contestId, body, "Idempotency-Key", key),
                        answer -> !NOT_NOW.contains(answer.status())));
        if (fate == Fate.NEVER_ARRIVED) {
            turnstile.arrival(SERVICE);
            turnstile.letOneIn();
        }
        return again.join();
    }

    private static void awaitBack() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/v1/public/contests/none").status() == 404);
    }

    private void claim(Fate fate, Turnstile turnstile, Campaigns campaign, String contestId, int rank)
            throws SQLException {
        var winner = await().until(
                        () -> campaign.read("/contests/" + contestId + "/winners")
                                .body()
                                .at("/items/" + (rank - 1) + "/fanId")
                                .asText(),
                        fanId -> !fanId.isEmpty());
        var claimed =
                onRequest(fate, turnstile, campaign, contestId, "/winners/" + rank + "/claim", Map.of("fanId", winner));
        assertThat(claimed.status()).as("%s", claimed.body()).isEqualTo(204);
    }

    private static void killAt(int backend, Fate fate, Turnstile turnstile) throws SQLException {
        parvis.kill("engagement-service");
        if (fate == Fate.NEVER_ARRIVED) {
            turnstile.turnAway(backend);
        } else {
            turnstile.letOneIn();
        }
    }
}
