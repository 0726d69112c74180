package io.parvis.eventing.projection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.hamcrest.Matcher;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health tells how far behind each processor is; one that stands still is not healthy, whatever it says itself. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class ProjectionHealthTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String LAG = "'lag of test.counters'";

    @Inject
    PostgresEventStorageEngine engine;

    /** As {@code test.counters} handles it. */
    @Event(namespace = "test", name = "CounterOpened", version = "1")
    record Opened(@EventTag(key = "counter") String counterId) {}

    @Test
    void tellsTheLagOfAProcessorThatStandsStillAndNothingOnceItGoesOn() throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute("select from processor_token where processor = 'test.counters' for update");
            new RecordedFacts(engine).record(new Opened(UUID.randomUUID().toString()));

            await().atMost(SECONDS)
                    .untilAsserted(() -> assertData(LAG, matchesPattern("[1-9][0-9]* events, [1-9][0-9]* s")));
            await().atMost(SECONDS).untilAsserted(() -> assertData("state", equalTo("DEGRADED")));
            connection.rollback();
        }
        await().atMost(SECONDS).untilAsserted(() -> assertData(LAG, nullValue()));
    }

    private static void assertData(String name, Matcher<? super String> expected) {
        var health = JsonPath.from(given().get("/q/health/ready").asString());
        MatcherAssert.assertThat(health.getString("checks.find { it.name == 'projections' }.data." + name), expected);
    }
}
