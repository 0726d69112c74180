package io.parvis.engagement;

import static io.parvis.edge.testing.Api.as;
import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.edge.testing.TestCallers.on;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.draft;
import static io.parvis.engagement.EngagementJourney.rules;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.parvis.edge.testing.ParvisService;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to cost: that none holds an event loop is seen by the detector behind every test. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisService.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class HostileBodiesTest {

    @Inject
    PostgresEventStorageEngine engine;

    private String brandId;

    @BeforeEach
    void brand() {
        brandId = brandRegistered(new RecordedFacts(engine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "5", "\"\""})
    void refusesAPatchOfManyBadElementsByTheFirstOrByTheSizeOfTheirList(String element) {
        String contestId = draft(brandId, rules()).path("contestId");

        asEveryone()
                .contentType("application/merge-patch+json;charset=utf-8")
                .body("{\"prizes\":" + many(350_000, element) + "}")
                .patch(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", startsWith("/prizes"));
    }

    @Test
    void tellsTwentyOfTenThousandErrorsOfAPatch() {
        String contestId = draft(brandId, rules()).path("contestId");

        asEveryone()
                .contentType("application/merge-patch+json;charset=utf-8")
                .body("{\"eligibility\":{\"excludedFanIds\":" + many(10_000, "null") + "}}")
                .patch(contests(brandId) + "/" + contestId)
                .then()
                .statusCode(400)
                .body("errors", hasSize(20))
                .body("detail", containsString("there are more"));
    }

    @ParameterizedTest
    @CsvSource({
        "countries,301,null",
        "countries,100000,\"France\"",
        "excludedFanIds,10001,null",
        "excludedFanIds,200000,\"\""
    })
    void refusesManyEligibleByTheSizeOfTheirList(String field, int size, String element) {
        asEveryone()
                .body("{\"eligibility\":{\"" + field + "\":" + many(size, element) + "}}")
                .post(contests(brandId))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/eligibility/" + field));
    }

    @ParameterizedTest
    @CsvSource({"5000,null", "5000,\"a b\"", "5001,\"good-code\"", "100000,5"})
    void refusesManyBadCodes(int size, String code) {
        asEveryone()
                .body("{\"codes\":" + many(size, code) + "}")
                .post("/v1/brands/" + brandId + "/coupon-pools/p1/codes")
                .then()
                .statusCode(400);
    }

    @Test
    void looksAtNothingForWhoeverMayNot() {
        as(on(brandId, "analyst"))
                .body("{\"codes\":" + many(300_000, "null") + "}")
                .post("/v1/brands/" + brandId + "/coupon-pools/p1/codes")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 5_000, 100_000})
    void refusesLongTierCodes(int times) {
        asEveryone()
                .body("""
                        {"timeZone":"UTC","rules":[],"tiers":{"period":"lifetime","levels":[{"code":"%s","name":"n","from":0}]}}""".formatted("a-".repeat(times) + "a"))
                .put("/v1/brands/" + brandId + "/reward-programme")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/tiers/levels/0/code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions", "bands"})
    void refusesManyQuestionsByTheSizeOfTheirList(String field) {
        asEveryone()
                .body("{\"" + field + "\":" + many(300_000, "null") + "}")
                .post("/v1/brands/" + brandId + "/quizzes")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/" + field));
    }

    private static String many(int times, String element) {
        return "[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }
}
