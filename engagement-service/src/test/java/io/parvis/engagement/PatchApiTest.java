package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.change;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.testing.ParvisService;
import io.parvis.engagement.contest.ContestRules;
import io.parvis.engagement.contest.ContestRules.Eligibility;
import io.parvis.engagement.contest.ContestRules.Frequency;
import io.parvis.engagement.contest.ContestRules.Mechanic;
import io.parvis.engagement.contest.ContestRules.Prize;
import io.parvis.engagement.contest.event.ContestDrafted;
import io.parvis.engagement.quiz.Question;
import io.parvis.engagement.quiz.Question.QuestionType;
import io.parvis.engagement.quiz.QuizContent;
import io.parvis.engagement.quiz.QuizId;
import io.parvis.engagement.quiz.event.QuizDrafted;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was recorded under older rules stays as it is until somebody sends it anew: only what is sent is judged. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class PatchApiTest {

    private static final String DECOMPOSED = "Ve\u0301lo";
    private static final Instant OPENS =
            Instant.now().minus(Duration.ofHours(1)).plusNanos(123_456_789);
    private static final Instant CLOSES = OPENS.plus(Duration.ofDays(7)).plusNanos(1);

    @Inject
    PostgresEventStorageEngine engine;

    private RecordedFacts facts;
    private String brandId = "";

    @BeforeEach
    void aBrand() {
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
    }

    @Test
    void changesTheNameOfAContestWhoseRestIsOld() {
        var contestId = oldContest();

        var changed = change(brandId, contestId, Map.of("name", "Win two"));

        changed.then().statusCode(204);
        read(contests(brandId) + "/" + contestId, changed)
                .then()
                .body("name", equalTo("Win two"))
                .body("eligibility.countries", contains("UK", "FR"))
                .body("prizes[0].name", equalTo(DECOMPOSED))
                .body("opensAt", equalTo(OPENS.toString()))
                .body("closesAt", equalTo(CLOSES.toString()));
    }

    @Test
    void takesWhatIsSentAndNormalisesItAlone() {
        var contestId = oldContest();

        var changed =
                change(brandId, contestId, Map.of("name", DECOMPOSED, "closesAt", "2036-01-01T00:00:00.123456789Z"));

        changed.then().statusCode(204);
        read(contests(brandId) + "/" + contestId, changed)
                .then()
                .body("name", equalTo("V\u00e9lo"))
                .body("closesAt", equalTo("2036-01-01T00:00:00.123456Z"))
                .body("prizes[0].name", equalTo(DECOMPOSED));
    }

    @Test
    void changesAMemberBesideAnOldOneOfTheSameObject() {
        var contestId = oldContest();

        var changed = change(brandId, contestId, Map.of("eligibility", Map.of("minimumAge", 18)));

        changed.then().statusCode(204);
        read(contests(brandId) + "/" + contestId, changed)
                .then()
                .body("eligibility.minimumAge", equalTo(18))
                .body("eligibility.countries", contains("UK", "FR"));
    }

    @Test
    void judgesWhatIsSent() {
        var contestId = oldContest();

        change(brandId, contestId, Map.of("eligibility", Map.of("countries", List.of("FR", "UK"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/eligibility/countries/1"));
        change(brandId, contestId, Map.of("prizes", List.of(Map.of("name", "", "quantity", 1))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/prizes/0/name"));
        change(brandId, contestId, Map.of("eligibility", "FR"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/eligibility"));
        change(brandId, contestId, Map.of("eligibility", Map.of("minimumAge", 18, "maximumAge", 90)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/eligibility/maximumAge"));
        change(brandId, contestId, Map.of("beacon", Map.of("source", "lottery")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/beacon/firstRound"));
        change(brandId, contestId, nothing("prizes"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/prizes"));
    }

    @Test
    void judgesWhatIsSentWithWhatItGoesWith() {
        var contestId = oldContest();

        change(brandId, contestId, Map.of("opensAt", CLOSES.plusSeconds(60).toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/closesAt"));
        change(brandId, contestId, Map.of("frequency", Map.of("mode", "rolling")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/frequency"));
    }

    @Test
    void leavesEverythingThatIsNotSentAsItWas() {
        var manyOld = Collections.nCopies(30, "UK");
        var manyPrizes = Collections.nCopies(101, new Prize("Bell\u0007", 1, null));
        var contestId = oldContest(new ContestRules(
                "Win a bicycle",
                Mechanic.DRAW,
                OPENS,
                Instant.parse("+12026-01-01T00:00:00Z"),
                "SystemV/PST8PDT",
                "One bicycle is drawn.",
                new Eligibility(manyOld, null, null),
                new Frequency(Frequency.Mode.ONCE, 7, null),
                null,
                Duration.ofSeconds(1, 123_456_789),
                null,
                manyPrizes));

        change(brandId, contestId, Map.of("name", " "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        var changed = change(brandId, contestId, Map.of("name", "Win two"));

        changed.then().statusCode(204);
        read(contests(brandId) + "/" + contestId, changed)
                .then()
                .body("name", equalTo("Win two"))
                .body("closesAt", equalTo("+12026-01-01T00:00:00Z"))
                .body("timeZone", equalTo("SystemV/PST8PDT"))
                .body("eligibility.countries", equalTo(manyOld))
                .body("frequency.count", equalTo(7))
                .body("claimWindow", equalTo("PT1.123456789S"))
                .body("prizes", hasSize(101));
        change(brandId, contestId, Map.of("frequency", Map.of("count", 8)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/frequency"));
    }

    @Test
    void takesBackWhatItShowed() {
        var contestId = oldContest();
        var published = publish(brandId, contestId);
        published.then().statusCode(204);
        var contest = contests(brandId) + "/" + contestId;
        var shown = read(contest, published).jsonPath();
        var sent = new HashMap<String, Object>(Map.of("name", "Win two"));
        for (var member : List.of("opensAt", "closesAt", "eligibility", "prizes")) {
            sent.put(member, shown.get(member));
        }

        var changed = change(brandId, contestId, sent);

        changed.then().statusCode(204);
        read(contest, changed)
                .then()
                .body("nextRules.name", equalTo("Win two"))
                .body("nextRules.closesAt", equalTo(CLOSES.toString()))
                .body("nextRules.eligibility.countries", contains("UK", "FR"))
                .body("nextRules.prizes[0].name", equalTo(DECOMPOSED));
    }

    @Test
    void takesAMemberAway() {
        var contestId = oldContest();

        var changed = change(brandId, contestId, nothing("eligibility"));

        changed.then().statusCode(204);
        assertThat(read(contests(brandId) + "/" + contestId, changed).<Object>path("eligibility"))
                .isNull();
    }

    @Test
    void findsNothingChangedOfAPublishedContestBeyondWhatIsSent() {
        var contestId = oldContest();
        publish(brandId, contestId).then().statusCode(204);

        change(brandId, contestId, Map.of("name", "Win two")).then().statusCode(204);
        publish(brandId, contestId).then().statusCode(204);
        change(brandId, contestId, Map.of("prizes", List.of(Map.of("name", "Bell", "quantity", 1))))
                .then()
                .statusCode(409)
                .body("type", endsWith("/rules-fixed-once-published"))
                .body("fields", contains("prizes"));
    }

    @Test
    void changesTheTitleOfAQuizWhoseRestIsOld() {
        var quizId = oldQuiz();
        var quiz = QuizJourney.quiz(brandId, quizId);

        var changed = asEveryone().body(Map.of("title", "Other")).patch(quiz);

        changed.then().statusCode(204);
        read(quiz, changed)
                .then()
                .body("title", equalTo("Other"))
                .body("closesAt", equalTo(CLOSES.toString()))
                .body("questions[0].text", equalTo(DECOMPOSED));
    }

    @Test
    void judgesAQuizAsAWholeWhereItsPartsAreSent() {
        var quizId = oldQuiz();
        var quiz = QuizJourney.quiz(brandId, quizId);

        asEveryone()
                .body(Map.of("bands", List.of(Map.of("from", 0, "to", 1, "advice", "Low."))))
                .patch(quiz)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/bands/0/to"));
        asEveryone()
                .body(Map.of("passScore", 5000))
                .patch(quiz)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/passScore"));
    }

    /** A brand's draft as it could be written before texts, times and countries were judged as they are now. */
    private String oldContest() {
        return oldContest(new ContestRules(
                "Win a bicycle",
                Mechanic.DRAW,
                OPENS,
                CLOSES,
                "Europe/Paris",
                "One bicycle is drawn.",
                new Eligibility(List.of("UK", "FR"), null, null),
                null,
                null,
                null,
                null,
                List.of(new Prize(DECOMPOSED, 1, null))));
    }

    private String oldContest(ContestRules rules) {
        var contestId = "c" + UUID.randomUUID();
        facts.record(new ContestDrafted(new ContestId(contestId), new BrandId(brandId), rules));
        return contestId;
    }

    private String oldQuiz() {
        var quizId = "q" + UUID.randomUUID();
        var question = new Question(
                "price",
                QuestionType.NUMBER,
                DECOMPOSED,
                null,
                new Question.Answer(new BigDecimal("547.31"), null, null),
                BigDecimal.TEN,
                null);
        facts.record(new QuizDrafted(
                new QuizId(quizId),
                new BrandId(brandId),
                new QuizContent(
                        "What is it?",
                        QuizContent.Kind.GAME,
                        null,
                        null,
                        null,
                        CLOSES,
                        null,
                        List.of(question),
                        null)));
        return quizId;
    }

    private static Map<String, Object> nothing(String member) {
        var patch = new HashMap<String, Object>();
        patch.put(member, null);
        return patch;
    }

    private static Response read(String path, Response after) {
        return asEveryone()
                .header("Parvis-Position", after.header("Parvis-Position"))
                .get(path);
    }
}
