package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.fan;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.parvis.engagement.QuizJourney.answer;
import static io.parvis.engagement.QuizJourney.attempts;
import static io.parvis.engagement.QuizJourney.finish;
import static io.parvis.engagement.QuizJourney.healthQuiz;
import static io.parvis.engagement.QuizJourney.start;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What succeeds and changes nothing is answered again alike under its key, whatever happened since. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class AnswersWithoutEffectTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @Test
    void publishesWhatIsPublishedTwiceAlike() {
        var publish = contests(brandId) + "/" + published(brandId, rules()) + "/publish";

        once(keyed().post(publish)).statusCode(204);
        again(keyed().post(publish)).statusCode(204);
    }

    @Test
    void importsKnownCodesTwiceAlike() {
        var pool = "/v1/brands/" + brandId + "/coupon-pools";
        pool += "/" + asEveryone().body(Map.of("name", "Ten euros")).post(pool).path("couponPoolId");
        var codes = pool + "/codes";
        asEveryone().body(Map.of("codes", List.of("CODE-1"))).post(codes).then().statusCode(200);
        var known = Map.of("codes", List.of("CODE-1", "CODE-1"));

        once(keyed().body(known).post(codes)).statusCode(200).body("imported", equalTo(0));
        again(keyed().body(known).post(codes))
                .statusCode(200)
                .body("imported", equalTo(0))
                .body("known", equalTo(2));
        keyed().body(Map.of("codes", List.of("CODE-2")))
                .post(codes)
                .then()
                .statusCode(422)
                .body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void findsALinkTwiceAlikeAndMakesOneTwiceAlike() {
        var contestId = published(brandId, rules());
        var body = Map.of("fanId", fan(brandId, "FR"), "campaignId", contestId);
        var links = "/v1/brands/" + brandId + "/referrals";

        var made = once(keyed("make").body(body).post(links)).statusCode(201).extract();
        again(keyed("make").body(body).post(links))
                .statusCode(201)
                .header("Location", made.header("Location"))
                .body("url", equalTo(made.path("url")));
        once(keyed("find").body(body).post(links)).statusCode(200).body("token", equalTo(made.path("token")));
        again(keyed("find").body(body).post(links)).statusCode(200).body("url", equalTo(made.path("url")));
    }

    @Test
    void doesNotPutAnAnswerBackThatWasReplacedSince() {
        var quizId = QuizJourney.published(brandId, healthQuiz());
        var attempt = attempts(brandId, quizId) + "/"
                + start(brandId, quizId, fan(brandId, "FR")).path("attemptId");
        var six = Map.of("questionId", "sleep", "optionIds", List.of("six"));
        answer(attempt, "sleep", List.of("six")).then().statusCode(204);

        once(keyed().body(six).post(attempt + "/answers")).statusCode(204);
        answer(attempt, "sleep", List.of("eight")).then().statusCode(204);
        again(keyed().body(six).post(attempt + "/answers")).statusCode(204);

        finish(attempt).then().body("questions.find { it.questionId == 'sleep' }.advice", contains("ZZKEYZZ eight"));
    }

    private RequestSpecification keyed() {
        return keyed("once");
    }

    private RequestSpecification keyed(String key) {
        return asEveryone().header("Idempotency-Key", key + "-" + brandId);
    }

    private static ValidatableResponse once(Response response) {
        return response.then().header("Idempotent-Replayed", nullValue());
    }

    private static ValidatableResponse again(Response response) {
        return response.then().header("Idempotent-Replayed", equalTo("true"));
    }
}
