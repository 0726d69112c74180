package io.parvis.engagement;

import static io.parvis.edge.testing.Api.asEveryone;
import static io.parvis.engagement.EngagementJourney.brandRegistered;
import static io.parvis.engagement.EngagementJourney.contests;
import static io.parvis.engagement.EngagementJourney.published;
import static io.parvis.engagement.EngagementJourney.rules;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.EntriesSealed;
import io.parvis.engagement.drawing.EntryId;
import io.parvis.engagement.id.FanId;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contest that was sealed where there was more heap: the log says how many entries it has, and none of them is read. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ParvisDatabase.class, initArgs = @ResourceArg(name = "role", value = "engagement"))
class ContestTooLargeTest {

    private static final int ENTRIES = 2_000_000_000;
    private static final String HASH = "02".repeat(32);

    @Inject
    PostgresEventStorageEngine engine;

    private final List<LogRecord> thrown = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getThrown() != null) {
                thrown.add(record);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private RecordedFacts facts;
    private String brandId;
    private String contestId;

    @BeforeEach
    void aContestOfTwoBillion() {
        Logger.getLogger("").addHandler(listening);
        facts = new RecordedFacts(engine);
        brandId = brandRegistered(facts);
        contestId = published(brandId, rules());
        facts.record(new EntriesSealed(
                new ContestId(contestId),
                new BrandId(brandId),
                Instant.parse(rules().get("closesAt").toString()),
                ENTRIES,
                HASH,
                HASH,
                HASH,
                HASH));
        facts.record(new ContestClosed(new ContestId(contestId), new BrandId(brandId)));
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listening);
    }

    @Test
    void isNotDrawnAndSaysHowMuchWouldFit() {
        mustBeTooLarge(asEveryone().body(Map.of()).post(contests(brandId) + "/" + contestId + "/draw"));
    }

    @Test
    void provesOfNoEntryThatItTakesPart() {
        mustBeTooLarge(given().get("/v1/public/contests/" + contestId + "/inclusion/" + HASH));
    }

    @Test
    void hasNoProofOfItsDraw() {
        drawn();

        mustBeTooLarge(given().get("/v1/public/contests/" + contestId + "/proof"));
    }

    @Test
    void passesNoPrizeOn() {
        drawn();

        mustBeTooLarge(asEveryone()
                .body(Map.of("reason", "Not at home"))
                .post(contests(brandId) + "/" + contestId + "/winners/1/redraw"));
    }

    private void drawn() {
        var winner = new ContestDrawn.Winner(1, 1, new EntryId("e1"), new FanId("f1"), 0);
        facts.record(new ContestDrawn(
                new ContestId(contestId),
                new BrandId(brandId),
                "03".repeat(32),
                null,
                List.of(winner),
                ENTRIES - 1,
                null));
    }

    private void mustBeTooLarge(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("type", endsWith("/contest-too-large"))
                .body("detail", containsString("has 2,000,000,000 entries; the heap is large enough for "));
        assertThat(thrown).as("stack traces in the log").isEmpty();
    }
}
