package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.QuizJourney.answer;
import static io.parvis.engagement.QuizJourney.attempts;
import static io.parvis.engagement.QuizJourney.band;
import static io.parvis.engagement.QuizJourney.crownGame;
import static io.parvis.engagement.QuizJourney.finish;
import static io.parvis.engagement.QuizJourney.healthQuiz;
import static io.parvis.engagement.QuizJourney.published;
import static io.parvis.engagement.QuizJourney.quiz;
import static io.parvis.engagement.QuizJourney.quizzes;
import static io.parvis.engagement.QuizJourney.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key stays inside until the fan's last attempt ends: no answer to a partner, good or bad, holds any of it. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class QuizSecrecyTest {

    /** What the key of the tested quiz is made of: names of its fields, advice, and the numbers asked for. */
    private static final List<String> KEY_MATERIAL = List.of(
            "correct", "advice", "tolerance", "scoring", "right", "earned", "band", QuizJourney.KEY, "547.31", "73.19");

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;
    private String quizId;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aQuizOfAllKindsWithTwoAttempts() {
        brandId = brandRegistered(new RecordedFacts(engine));
        var everything = healthQuiz();
        everything.put(
                "questions",
                Stream.of(healthQuiz(), crownGame())
                        .flatMap(quiz -> ((List<?>) quiz.get("questions")).stream())
                        .toList());
        everything.put("bands", List.of(band(0, 50)));
        everything.put("attempts", Map.of("allowed", 2, "counts", "highest"));
        quizId = published(brandId, everything);
    }

    @Test
    void tellsNoKeyBeforeTheLastAttemptEnds() {
        var fanId = fan(brandId, "FR");
        var first = attempt(fanId);
        answerWhatever(first);
        walk(fanId, first);
        var finished = heard(as(on(brandId, "partner")).post(first + "/finish"));
        assertThat(finished.statusCode()).isEqualTo(200);
        walk(fanId, first);
        var second = attempt(fanId);
        answerWhatever(second);
        walk(fanId, first);
        walk(fanId, second);

        assertThat(said)
                .hasSizeGreaterThan(60)
                .allSatisfy(body -> assertThat(body).doesNotContain(KEY_MATERIAL));

        finish(second).then().statusCode(200);
        said.clear();
        walk(fanId, first);
        assertThat(String.join("\n", said))
                .as("it is told afterwards")
                .contains("547.31", "correctOptionIds", "advice");
    }

    @Test
    void answersRightAndWrongAlike() {
        var attempt = attempt(fan(brandId, "FR"));

        var right = answer(attempt, "sleep", List.of("eight"));
        var wrong = answer(attempt, "sleep", List.of("six"));

        assertThat(right.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(204);
        assertThat(right.asString()).isEqualTo(wrong.asString()).isEmpty();
        assertThat(names(right)).isEqualTo(names(wrong));
    }

    @Test
    void keepsStatisticsAndTheKeyFromPartners() {
        as(on(brandId, "partner"))
                .get(quiz(brandId, quizId) + "/statistics")
                .then()
                .statusCode(403);
        for (var role : List.of("partner", "moderator", "analyst", "ops")) {
            assertThat(as(on(brandId, role)).get(quiz(brandId, quizId)).asString())
                    .as(role)
                    .doesNotContain(KEY_MATERIAL);
        }
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName())
                .toList();
    }

    private String attempt(String fanId) {
        var started = heard(start(brandId, quizId, fanId));
        return attempts(brandId, quizId) + "/" + started.path("attemptId");
    }

    /** Right, wrong and impossible. */
    private void answerWhatever(String attempt) {
        heard(answer(attempt, "sleep", List.of("eight")));
        heard(answer(attempt, "sleep", List.of("six", "ten")));
        heard(answer(attempt, "sleep", 8));
        heard(answer(attempt, "vaccines", List.of("scurvy")));
        heard(answer(attempt, "vaccines", List.of("unknown")));
        heard(answer(attempt, "doctor", List.of("yes", "yes")));
        heard(answer(attempt, "price", 500));
        heard(answer(attempt, "price", List.of("a")));
        heard(answer(attempt, "refund", 1e15));
        heard(answer(attempt, "unknown", 1));
    }

    /** Everything that can be read of a quiz and its attempts, and what writing to them is answered. */
    private void walk(String fanId, String attempt) {
        for (var path : List.of(
                quizzes(brandId),
                quizzes(brandId) + "?limit=1",
                quiz(brandId, quizId),
                attempts(brandId, quizId),
                attempts(brandId, quizId) + "?fanId=" + fanId,
                attempt,
                quiz(brandId, quizId) + "/statistics",
                "/v1/brands/" + brandId + "/fans/" + fanId)) {
            heard(as(on(brandId, "partner")).get(path));
        }
        heard(as(on(brandId, "partner")).body(Map.of("title", "x")).patch(quiz(brandId, quizId)));
        heard(as(on(brandId, "partner")).body(Map.of()).post(quizzes(brandId)));
        heard(as(on(brandId, "partner")).post(quiz(brandId, quizId) + "/publish"));
        heard(as(on(brandId, "partner")).post(quiz(brandId, quizId) + "/close"));
    }

    private Response heard(Response response) {
        said.add(response.asString());
        return response;
    }
}
