package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandArchived;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.QuizJourney.answer;
import static io.parvis.engagement.QuizJourney.attempts;
import static io.parvis.engagement.QuizJourney.band;
import static io.parvis.engagement.QuizJourney.choice;
import static io.parvis.engagement.QuizJourney.close;
import static io.parvis.engagement.QuizJourney.crownGame;
import static io.parvis.engagement.QuizJourney.draft;
import static io.parvis.engagement.QuizJourney.finish;
import static io.parvis.engagement.QuizJourney.healthQuiz;
import static io.parvis.engagement.QuizJourney.option;
import static io.parvis.engagement.QuizJourney.publish;
import static io.parvis.engagement.QuizJourney.published;
import static io.parvis.engagement.QuizJourney.quiz;
import static io.parvis.engagement.QuizJourney.quizzes;
import static io.parvis.engagement.QuizJourney.readAsPartner;
import static io.parvis.engagement.QuizJourney.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class QuizApiTest {

    private static final int FEW_ATTEMPTS = 10_000;
    private static final int MANY_ATTEMPTS = 100_000;

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;
    private String brandId;

    @BeforeEach
    void aBrand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @Test
    void guessesWhatACrownCostsAndGetsAdviceByBand() {
        var quizId = published(brandId, crownGame());
        var attempt = started(quizId);
        answer(attempt, "price", 500).then().statusCode(204);
        answer(attempt, "refund", 70).then().statusCode(204);

        finish(attempt)
                .then()
                .statusCode(200)
                .body("score", equalTo(17.63f))
                .body("maxScore", equalTo(20.00f))
                .body("questions[0].earned", equalTo(7.63f))
                .body("questions[0].correctNumber", equalTo(547.31f))
                .body("questions[1].right", equalTo(true))
                .body("questions[1].advice", contains("ZZKEYZZ refund"))
                .body("band.advice", equalTo("ZZKEYZZ from 15"));
    }

    @Test
    void givesAFutureStudentAdvicePerAnswer() {
        var quizId = published(brandId, healthQuiz());
        var attempt = started(quizId);
        answer(attempt, "sleep", List.of("six")).then().statusCode(204);
        answer(attempt, "sleep", List.of("eight")).then().statusCode(204);
        answer(attempt, "vaccines", List.of("tetanus", "scurvy")).then().statusCode(204);
        answer(attempt, "doctor", List.of("yes")).then().statusCode(204);

        var finished = finish(attempt);

        finished.then()
                .statusCode(200)
                .body("score", equalTo(20.00f))
                .body("passed", equalTo(true))
                .body("band.from", equalTo(15))
                .body("questions.find { it.questionId == 'sleep' }.advice", contains("ZZKEYZZ eight"))
                .body("questions.find { it.questionId == 'vaccines' }.earned", equalTo(0.00f))
                .body(
                        "questions.find { it.questionId == 'vaccines' }.correctOptionIds",
                        contains("tetanus", "measles"));
        readAsPartner(brandId, attempt, finished)
                .then()
                .body("state", equalTo("finished"))
                .body("score", equalTo(20.00f))
                .body("band.advice", equalTo("ZZKEYZZ from 15"));
    }

    @Test
    void showsTheSameShuffledOrderAtEveryReading() {
        var quizId = published(brandId, healthQuiz());
        var started = start(brandId, quizId, fan(brandId, "FR"));
        var attempt = attempts(brandId, quizId) + "/" + started.path("attemptId");
        var answered = answer(attempt, "doctor", List.of("no"));

        var read = readAsPartner(brandId, attempt, answered);

        assertThat(read.<List<String>>path("questions.questionId"))
                .isEqualTo(started.path("questions.questionId"))
                .containsExactlyInAnyOrder("sleep", "vaccines", "doctor");
        assertThat(read.<List<List<String>>>path("questions.options.optionId"))
                .isEqualTo(started.path("questions.options.optionId"));
        read.then()
                .body("state", equalTo("in-progress"))
                .body("score", nullValue())
                .body("questions.find { it.questionId == 'doctor' }.optionIds", contains("no"));
    }

    @Test
    void changesADraftAndOnlyADraft() {
        var drafted = draft(brandId, healthQuiz());
        var quiz = quiz(brandId, drafted.path("quizId"));
        var version = asEveryone()
                .header("Parvis-Position", drafted.header("Parvis-Position"))
                .get(quiz)
                .header("ETag");
        var change = Map.of("title", "Ready?", "timeLimit", "PT10M", "passScore", 20);
        var changed = asEveryone().header("If-Match", version).body(change).patch(quiz);

        changed.then().statusCode(204);
        asEveryone().header("If-Match", version).body(change).patch(quiz).then().statusCode(412);
        asEveryone().body("{\"passScore\": null}").patch(quiz).then().statusCode(204);
        asEveryone().body(Map.of("colour", "red")).patch(quiz).then().statusCode(400);
        asEveryone().body("{\"colour\": null}").patch(quiz).then().statusCode(400);
        asEveryone().body(Map.of("title", " ")).patch(quiz).then().statusCode(400);
        asEveryone()
                .body(Map.of("bands", List.of(band(0, 15))))
                .patch(quiz)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/bands/0/to"));
        var published = asEveryone().post(quiz + "/publish");
        published.then().statusCode(204);
        asEveryone().body(change).patch(quiz).then().statusCode(409).body("type", endsWith("/quiz-is-no-draft"));
        asEveryone()
                .header("Parvis-Position", published.header("Parvis-Position"))
                .get(quiz)
                .then()
                .body("state", equalTo("published"))
                .body("title", equalTo("Ready?"))
                .body("timeLimit", equalTo("PT10M"))
                .body("passScore", nullValue())
                .body("maxScore", equalTo(30.00f))
                .body("questions[0].options[1].correct", equalTo(true));
    }

    @Test
    void tellsWhatIsWrongWithAQuiz() {
        var quiz = healthQuiz();
        quiz.put("timeLimit", "PT0S");
        quiz.put("passScore", 31);
        quiz.put("bands", List.of(band(0, 10), band(11, 20)));
        quiz.put(
                "questions",
                List.of(
                        choice("twice", "single", option("a", true), option("b", true)),
                        choice("twice", "true-false", option("a", false), option("a", false), option("c", false)),
                        Map.of("questionId", "n", "type", "number", "text", "?", "points", 10)));

        draft(brandId, quiz)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/questions/0/options"))
                .body("errors.pointer", hasItem("/questions/1/questionId"))
                .body("errors.pointer", hasItem("/questions/1/options"))
                .body("errors.pointer", hasItem("/questions/1/options/1/optionId"))
                .body("errors.pointer", hasItem("/questions/2/answer"))
                .body("errors.pointer", hasItem("/bands/1/from"))
                .body("errors.pointer", hasItem("/bands/1/to"))
                .body("errors.pointer", hasItem("/timeLimit"))
                .body("errors.pointer", hasItem("/passScore"));
        quiz.put("questions", List.of());
        draft(brandId, quiz).then().statusCode(400).body("errors.pointer", hasItem("/questions"));
    }

    @Test
    void refusesWhatDoesNotAnswerTheQuestion() {
        var both = healthQuiz();
        both.put(
                "questions",
                List.of(
                        choice("sleep", "single", option("six", false), option("eight", true)),
                        QuizJourney.number("price", "?", 5, 0, "exact")));
        both.remove("bands");
        var attempt = started(published(brandId, both));

        answer(attempt, "unknown", List.of("six")).then().statusCode(404).body("type", endsWith("/question-not-found"));
        answer(attempt, "sleep", List.of("tetanus")).then().statusCode(404).body("type", endsWith("/option-not-found"));
        answer(attempt, "sleep", 8).then().statusCode(409).body("type", endsWith("/options-expected"));
        answer(attempt, "price", List.of("six")).then().statusCode(409).body("type", endsWith("/number-expected"));
        answer(attempt, "sleep", List.of("six", "eight"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/one-option-expected"));
        answer(attempt, "sleep", List.of("six", "six")).then().statusCode(400);
        answer(attempt, "sleep", List.of()).then().statusCode(400);
        asEveryone()
                .body(Map.of("questionId", "sleep"))
                .post(attempt + "/answers")
                .then()
                .statusCode(400);
        finish(attempt).then().statusCode(200).body("score", equalTo(0.00f)).body("passed", equalTo(false));
        answer(attempt, "sleep", List.of("six")).then().statusCode(409).body("type", endsWith("/attempt-is-finished"));
        finish(attempt).then().statusCode(409).body("type", endsWith("/attempt-is-finished"));
    }

    @Test
    void waitsWithScoreAndAdviceOfAGuessUntilTheLastAttempt() {
        var game = crownGame();
        game.put("attempts", Map.of("allowed", 2, "counts", "highest"));
        var quizId = published(brandId, game);
        var fanId = fan(brandId, "FR");
        var first = attemptOf(quizId, fanId);
        answer(first, "price", 547.31);
        finish(first).then().statusCode(200).body("score", nullValue()).body("band", nullValue());
        var second = attemptOf(quizId, fanId);
        answer(second, "price", 500);

        var last = finish(second);

        last.then().statusCode(200).body("score", equalTo(7.63f)).body("band.from", equalTo(5));
        readAsPartner(brandId, attempts(brandId, quizId) + "?fanId=" + fanId, last)
                .then()
                .body("items.ordinal", contains(2, 1))
                .body("items.score", contains(7.63f, 10.00f))
                .body("items.counts", contains(false, true));
        start(brandId, quizId, fanId).then().statusCode(409).body("type", endsWith("/no-attempts-left"));
    }

    @Test
    void showsTheScoreButNoAdviceWhileAttemptsAreLeft() {
        var quiz = healthQuiz();
        quiz.put("attempts", Map.of("allowed", 3, "counts", "last"));
        var quizId = published(brandId, quiz);
        var fanId = fan(brandId, "FR");
        var attempt = attemptOf(quizId, fanId);
        answer(attempt, "sleep", List.of("eight"));
        start(brandId, quizId, fanId)
                .then()
                .statusCode(409)
                .body("type", endsWith("/attempt-in-progress"))
                .body("attemptId", equalTo(attempt.substring(attempt.lastIndexOf('/') + 1)));

        var finished = finish(attempt);

        finished.then()
                .statusCode(200)
                .body("score", equalTo(10.00f))
                .body("band", nullValue())
                .body("questions.right", contains(nullValue(), nullValue(), nullValue()));
        assertThat(finished.asString()).doesNotContain("ZZKEYZZ").doesNotContain("correct");
    }

    @Test
    void startsOneAttemptOfSixtyFourAtOnce() throws Exception {
        var quizId = published(brandId, healthQuiz());
        var fanId = fan(brandId, "FR");

        assertThat(atOnce(64, i -> start(brandId, quizId, fanId))).isEqualTo(Map.of(201, 1L, 409, 63L));
    }

    @Test
    void finishesOnceThoughFinishedAndAnsweredAtOnce() throws Exception {
        var attempt = started(published(brandId, healthQuiz()));

        var byStatus = atOnce(
                32, i -> i % 2 == 0 ? finish(attempt) : answer(attempt, "sleep", List.of(i % 3 == 0 ? "six" : "ten")));

        assertThat(byStatus.get(200)).isEqualTo(1L);
        assertThat(byStatus.get(409)).isGreaterThanOrEqualTo(15L);
        assertThat(byStatus.keySet()).isSubsetOf(200, 204, 409);
    }

    @Test
    void tellsTheSameResultAgainUnderTheSameKey() {
        var attempt = started(published(brandId, healthQuiz()));
        answer(attempt, "sleep", List.of("eight"));
        var first = asEveryone().header("Idempotency-Key", attempt).post(attempt + "/finish");

        var again = asEveryone().header("Idempotency-Key", attempt).post(attempt + "/finish");

        first.then().statusCode(200);
        again.then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString()).contains("ZZKEYZZ eight");
    }

    @Test
    void endsAnAttemptByItselfWhenItsTimeIsUp() {
        var quiz = healthQuiz();
        quiz.put("timeLimit", "PT1S");
        var quizId = published(brandId, quiz);
        var attempt = started(quizId);
        answer(attempt, "sleep", List.of("eight")).then().statusCode(204);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone()
                        .get(attempt)
                        .then()
                        .body("state", equalTo("finished"))
                        .body("endedBy", equalTo("time-limit"))
                        .body("score", equalTo(10.00f)));
        answer(attempt, "doctor", List.of("yes")).then().statusCode(409);
    }

    @Test
    void closesByItselfAndEndsWhatIsUnderWay() {
        var quiz = healthQuiz();
        quiz.put("closesAt", Instant.now().plusSeconds(2).toString());
        var quizId = published(brandId, quiz);
        var attempt = started(quizId);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> asEveryone().get(quiz(brandId, quizId)).then().body("state", equalTo("closed")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone().get(attempt).then().body("endedBy", equalTo("closing")));
        start(brandId, quizId, fan(brandId, "FR")).then().statusCode(409).body("type", endsWith("/quiz-is-closed"));
    }

    @Test
    void endsWhatIsUnderWayWhenClosedByHandAndShowsTheKeyThen() {
        var quiz = healthQuiz();
        quiz.put("attempts", Map.of("allowed", 5));
        var quizId = published(brandId, quiz);
        var attempt = started(quizId);
        answer(attempt, "sleep", List.of("eight"));

        var closed = close(brandId, quizId);

        closed.then().statusCode(204);
        close(brandId, quizId).then().statusCode(204);
        publish(brandId, quizId).then().statusCode(409).body("type", endsWith("/quiz-is-closed"));
        answer(attempt, "doctor", List.of("yes")).then().statusCode(409);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asEveryone()
                        .get(attempt)
                        .then()
                        .body("endedBy", equalTo("closing"))
                        .body("band.from", equalTo(0)));
        readAsPartner(brandId, quiz(brandId, quizId), closed)
                .then()
                .body("questions[0].options[1].correct", equalTo(true));
    }

    /** Each of them by itself would take hours; the transaction of the view may take seconds. */
    @Test
    void closesAtOnceHoweverManyAttemptsAreOpen() throws SQLException {
        closing(FEW_ATTEMPTS);
        var few = closing(FEW_ATTEMPTS);

        var many = closing(MANY_ATTEMPTS);

        // Ten times as many; what is quadratic takes a hundred times as long.
        assertThat(many).isLessThan(few.plus(Duration.ofMillis(50)).multipliedBy(15));
    }

    /** How long it takes until all attempts that are open are due. */
    private Duration closing(int attempts) throws SQLException {
        var quizId = published(brandId, healthQuiz());
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres")) {
            owner.createStatement().execute("""
                    insert into engagement.open_attempt
                    select '%1$s-' || n, '%1$s', '%2$s/%1$s/' || n from generate_series(1, %3$d) n""".formatted(quizId, brandId, attempts));
            var due = "select count(*) from engagement.to_do where subject like '%" + quizId + "%'";
            var began = Instant.now();

            var closed = close(brandId, quizId);

            closed.then().statusCode(204);
            try {
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> {
                            var rows = owner.createStatement().executeQuery(due);
                            rows.next();
                            return rows.getLong(1) > attempts / 2;
                        });
                var took = Duration.between(began, Instant.now());
                readAsPartner(brandId, quiz(brandId, quizId), closed).then().statusCode(200);
                return took;
            } finally {
                owner.createStatement().execute(due.replace("select count(*)", "delete"));
                owner.createStatement().execute("delete from engagement.open_attempt where quiz_id = '" + quizId + "'");
            }
        }
    }

    @Test
    void countsHowEachQuestionIsAnswered() {
        var quizId = published(brandId, healthQuiz());
        var one = started(quizId);
        answer(one, "sleep", List.of("eight"));
        answer(one, "vaccines", List.of("tetanus"));
        finish(one);
        var other = started(quizId);
        answer(other, "sleep", List.of("ten"));
        var last = finish(other);

        as(on(brandId, "analyst"))
                .header("Parvis-Position", last.header("Parvis-Position"))
                .get(quiz(brandId, quizId) + "/statistics")
                .then()
                .statusCode(200)
                .body("finished", equalTo(2))
                .body("averageScore", equalTo(7.50f))
                .body("questions.answered", contains(2, 1, 0))
                .body("questions.right", contains(1, 0, 0))
                .body("questions[0].averagePoints", equalTo(5.00f))
                .body("questions[0].options.chosen", contains(0, 1, 1));
        readAsPartner(brandId, quiz(brandId, quizId) + "/statistics", last)
                .then()
                .statusCode(403);
    }

    @Test
    void doesNotPublishForAnArchivedBrandNorWhatIsOver() {
        var over = healthQuiz();
        over.put("closesAt", Instant.now().minusSeconds(1).toString());
        String overId = draft(brandId, over).path("quizId");
        publish(brandId, overId).then().statusCode(409).body("type", endsWith("/quiz-over-before-published"));
        close(brandId, overId).then().statusCode(409).body("type", endsWith("/quiz-not-published"));
        String quizId = draft(brandId, healthQuiz()).path("quizId");
        brandArchived(facts, brandId);

        publish(brandId, quizId).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
        draft(brandId, healthQuiz()).then().statusCode(409).body("type", endsWith("/brand-is-archived"));
    }

    @Test
    void knowsOnlyItsOwnBrandsThings() {
        var quizId = published(brandId, healthQuiz());
        var attempt = started(quizId);
        var other = brandRegistered(facts);

        start(other, quizId, fan(other, "FR")).then().statusCode(404).body("type", endsWith("/quiz-not-found"));
        start(brandId, quizId, fan(other, "FR")).then().statusCode(404).body("type", endsWith("/fan-not-found"));
        var elsewhere = attempt.replace(brandId, other);
        answer(elsewhere, "sleep", List.of("six")).then().statusCode(404);
        finish(elsewhere).then().statusCode(404);
        asEveryone().get(elsewhere).then().statusCode(404);
        asEveryone().get(quiz(other, quizId)).then().statusCode(404);
        publish(other, quizId).then().statusCode(404);
        close(other, quizId).then().statusCode(404);
        asEveryone()
                .body(Map.of("title", "x"))
                .patch(quiz(other, quizId))
                .then()
                .statusCode(404);
        String draftId = draft(brandId, healthQuiz()).path("quizId");
        start(brandId, draftId, fan(brandId, "FR")).then().statusCode(404).body("type", endsWith("/quiz-not-found"));
        finish(attempts(brandId, draftId) + "/unknown").then().statusCode(404);
        asEveryone().get(quizzes("unknown")).then().statusCode(404);
        as(on(other, "admin")).get(quizzes(brandId)).then().statusCode(404);
    }

    @Test
    void leavesEachThingToItsRole() {
        var quizId = published(brandId, healthQuiz());
        var attempt = started(quizId);

        as(on(brandId, "partner"))
                .body(healthQuiz())
                .post(quizzes(brandId))
                .then()
                .statusCode(403);
        as(on(brandId, "partner"))
                .body(Map.of("title", "x"))
                .patch(quiz(brandId, quizId))
                .then()
                .statusCode(403);
        as(on(brandId, "editor"))
                .post(quiz(brandId, quizId) + "/publish")
                .then()
                .statusCode(403);
        as(on(brandId, "editor")).post(quiz(brandId, quizId) + "/close").then().statusCode(403);
        as(on(brandId, "analyst")).post(attempt + "/finish").then().statusCode(403);
    }

    private String started(String quizId) {
        return attemptOf(quizId, fan(brandId, "FR"));
    }

    private String attemptOf(String quizId, String fanId) {
        var started = start(brandId, quizId, fanId);
        started.then().statusCode(201);
        return attempts(brandId, quizId) + "/" + started.path("attemptId");
    }

    private static Map<Integer, Long> atOnce(int times, IntFunction<Response> request) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> request.apply(i).statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }
    }
}
