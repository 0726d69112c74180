package io.parvis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.launcher.ParvisUnderTest;
import io.parvis.suite.SuiteClient.Answer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of engagement-service at every append with which a contest is closed, sealed, drawn, claimed, passed on
 * and settled: the outcome is that of a contest that nobody disturbed. People repeat a request that was not answered, with
 * its Idempotency-Key; what happens by itself, happens.
 */
@Tag("slow")
@Order(1)
@ExtendWith(RunningSuite.class)
class KilledAtEveryStepTest {

    /** What becomes of the append at which the service is killed. */
    enum Fate {
        NEVER_ARRIVED,
        RECORDED_BUT_NOT_ANSWERED
    }

    private static final Duration CLAIM_WINDOW = Duration.ofSeconds(20);
    private static final Duration LONGEST_CLAIM_WINDOW = Duration.ofMinutes(3);
    private static final String SERVICE = "engagement";
    private static final Set<Integer> NOT_NOW = Set.of(0, 502, 503, 504);

    private static ParvisUnderTest parvis;
    private static SuiteClient client;

    @TempDir
    private Path folder;

    @BeforeAll
    static void up(ParvisUnderTest running) {
        parvis = running;
        client = new SuiteClient(parvis.url(), parvis.apiKey());
    }

    @ParameterizedTest
    @EnumSource
    void endsAsIfNothingHadHappened(Fate fate) throws Exception {
        var contestId = undisturbedByTheClock(fate);

        var verdict = new DrawVerifier(folder)
                .verify(SuiteClient.anybody(parvis.url()).text("/v1/public/contests/" + contestId + "/proof"));
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).contains("1 redraws");
    }

    /** Winners have little time to claim, since the test waits for its end: more, where the machine was too slow. */
    private static String undisturbedByTheClock(Fate fate) throws SQLException {
        var campaign = new Campaigns(client, new Journey(client).brand());
        var fans = Stream.generate(() -> campaign.fan(Map.of())).limit(4).toList();
        for (var window = CLAIM_WINDOW; window.compareTo(LONGEST_CLAIM_WINDOW) <= 0; window = window.multipliedBy(2)) {
            var contestId = campaign.cyclingContest(
                    window,
                    open -> fans.stream()
                            .allMatch(fanId -> campaign.contest("/entries", open, Map.of("fanId", fanId))
                                            .status()
                                    == 201));
            if (isSettledAsAgreed(fate, campaign, contestId)) {
                return contestId;
            }
            try (var turnstile = new Turnstile(parvis.jdbcUrl(), parvis.databasePassword())) {
                turnstile.open();
                await().atMost(window.multipliedBy(4).plusMinutes(1))
                        .until(() -> turnstile.events(contestId).getLast().equals("ContestSettled"));
            }
        }
        throw new AssertionError("too slow for a claim within " + LONGEST_CLAIM_WINDOW);
    }

    /** One prize is claimed; the other one is not, is passed on, and is claimed then. */
    private static boolean isSettledAsAgreed(Fate fate, Campaigns campaign, String contestId) throws SQLException {
        try (var turnstile = new Turnstile(parvis.jdbcUrl(), parvis.databasePassword())) {
            byItself(fate, turnstile, contestId, "ContestClosed");
            byItself(fate, turnstile, contestId, "EntriesSealed");
            var drawn = onRequest(fate, turnstile, campaign, contestId, "/draw", Map.of());
            assertThat(drawn.status()).isEqualTo(200);
            var winner = drawn.body().at("/winners/1/fanId").asText();
            if (!isClaimed(fate, turnstile, campaign, contestId, 2, winner, 0)) {
                return false;
            }
            byItself(fate, turnstile, contestId, "PrizeRedrawn");
            var next = awaitOtherWinner(
                    campaign, contestId, drawn.body().at("/winners/0/fanId").asText());
            if (!isClaimed(fate, turnstile, campaign, contestId, 1, next, 1)) {
                return false;
            }

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
            return true;
        }
    }

    /** A step that comes when its time or its cause has come. */
    private static void byItself(Fate fate, Turnstile turnstile, String contestId, String event) throws SQLException {
        killAt(turnstile.arrival(SERVICE), fate, turnstile);
        if (fate == Fate.NEVER_ARRIVED) {
            turnstile.arrival(SERVICE);
            turnstile.letOneIn();
        }
        await().untilAsserted(() -> assertThat(turnstile.events(contestId)).endsWith(event));
        awaitBack();
    }

    /** A step that somebody asks for, and asks for again where no answer comes; whatever comes meanwhile gets in as well. */
    private static Answer onRequest(
            Fate fate, Turnstile turnstile, Campaigns campaign, String contestId, String verb, Map<String, ?> body)
            throws SQLException {
        var key = UUID.randomUUID().toString();
        var first =
                CompletableFuture.supplyAsync(() -> campaign.contest(verb, contestId, body, "Idempotency-Key", key));
        killAt(turnstile.arrival(SERVICE), fate, turnstile);
        assertThat(first.join().status()).isIn(NOT_NOW);
        var again = CompletableFuture.supplyAsync(() -> await().until(
                        () -> campaign.contest(verb, contestId, body, "Idempotency-Key", key),
                        answer -> !NOT_NOW.contains(answer.status())));
        while (!again.isDone()) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> again.isDone() || turnstile.isWaiting(SERVICE));
            if (!again.isDone()) {
                turnstile.letOneIn();
            }
        }
        return again.join();
    }

    private static String awaitOtherWinner(Campaigns campaign, String contestId, String former) {
        return await().until(
                        () -> campaign.read("/contests/" + contestId + "/winners")
                                .body()
                                .at("/items/0/fanId")
                                .asText(),
                        fanId -> !fanId.isEmpty() && !fanId.equals(former));
    }

    /** @param redrawn how often prizes were passed on before; where it was once more, the claim came too late */
    private static boolean isClaimed(
            Fate fate, Turnstile turnstile, Campaigns campaign, String contestId, int rank, String winner, int redrawn)
            throws SQLException {
        var claimed =
                onRequest(fate, turnstile, campaign, contestId, "/winners/" + rank + "/claim", Map.of("fanId", winner));
        if (claimed.problem().equals("claim-window-over")
                || Collections.frequency(turnstile.events(contestId), "PrizeRedrawn") > redrawn) {
            return false;
        }
        assertThat(claimed.status()).as("%s", claimed.body()).isEqualTo(204);
        return true;
    }

    private static void awaitBack() {
        await().until(() -> client.get("/v1/public/contests/none").status() == 404);
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
