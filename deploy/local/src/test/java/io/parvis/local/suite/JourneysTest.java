package io.parvis.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.local.ParvisUnderTest;
import io.parvis.local.suite.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three cases that the product was imagined from, through the gateway, each by those whose roles they are. */
class JourneysTest {

    private static ParvisUnderTest parvis;
    private static Client admin;

    @TempDir
    private Path folder;

    @BeforeAll
    static void up() {
        parvis = ParvisUnderTest.start();
        admin = new Client(parvis.url(), parvis.apiKey());
    }

    @AfterAll
    static void down() throws InterruptedException {
        parvis.close();
    }

    private static Client as(String role) {
        return new Client(parvis.url(), parvis.apiKey(role));
    }

    @Test
    void drawsJerseysAmongThoseWhoFollowedTheTeamAndAnybodyCanCheckIt() throws Exception {
        var brandId = new Journey(admin).brand();
        var team = new Campaigns(admin, brandId);
        var contestId = team.cyclingContest(Duration.ofSeconds(6));
        var anybody = Client.anybody(parvis.url());
        var offered = "/v1/public/contests/" + contestId;
        var commitment = anybody.get(offered).text("seedCommitment");
        var connector = new Campaigns(as("partner"), brandId);
        var receipts = new ArrayList<Answer>();
        for (var i = 0; i < 5; i++) {
            var fanId = connector.fan(Map.of("externalId", "follower-" + i));
            receipts.add(connector.contest("/entries", contestId, Map.of("fanId", fanId)));
        }
        assertThat(receipts).allMatch(receipt -> receipt.status() == 201);
        var machine = receipts.getLast().text("entryId");
        var moderator = new Campaigns(as("moderator"), brandId);
        moderator.contest("/entries/" + machine + "/invalidate", contestId, Map.of("reason", "A machine."));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
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
}
