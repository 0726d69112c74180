package io.parvis.eventing.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.parvis.eventing.testing.UnresponsiveDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All connections of a service fall mute at once: to the log, to its views, and the one that listens. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = UnresponsiveDatabase.class, restrictToAnnotatedClass = true)
class UnresponsiveServiceTest {

    private static final Duration SECONDS = Duration.ofSeconds(40);

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    ViewTransactions transactions;

    @Inject
    Progress progress;

    /** As {@code test.counters} handles it. */
    @Event(namespace = "test", name = "CounterOpened", version = "1")
    record Opened(@EventTag(key = "counter") String counterId) {}

    private final String before = UUID.randomUUID().toString();
    private final String meanwhile = UUID.randomUUID().toString();

    @Test
    void itsViewsGoOnThoughNothingMoreIsRecorded() {
        record(before);
        await().atMost(SECONDS).until(() -> isCounted(before));

        UnresponsiveDatabase.fallMute();
        recordElsewhere(meanwhile);

        await().atMost(SECONDS).until(() -> isCounted(meanwhile));
        await().atMost(SECONDS)
                .until(() -> progress.seen(1, 2_000)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void whoHoldsAMuteConnectionToAViewIsToldSoAndItIsGone() {
        var transaction = transactions.begin();
        transaction.run(session -> Sql.select(session, "select 1, 2")).join();
        UnresponsiveDatabase.fallMute();

        var asked = transaction.run(session -> Sql.select(session, "select 1, 2"));

        assertThat(asked.handle((rows, failure) -> failure != null))
                .succeedsWithin(SECONDS)
                .isEqualTo(true);
        assertThat(transaction.rollback()).succeedsWithin(SECONDS);
        await().atMost(SECONDS)
                .until(() -> transactions
                        .inItsOwn(own -> own.run(session -> Sql.select(session, "select 1, 2")))
                        .handle((rows, failure) -> failure == null)
                        .join());
    }

    @Test
    void itsHealthIsAnsweredAndGoodAgain() {
        UnresponsiveDatabase.fallMute();

        await().atMost(SECONDS)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'projections' }.status", equalTo("UP")));
    }

    private void record(String counter) {
        new RecordedFacts(engine).record(new Opened(counter));
    }

    /** By another process, as it were: nothing here is told. */
    private static void recordElsewhere(String counter) {
        try (var other = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var insert = other.prepareStatement("""
                    select event_store.append(gen_random_uuid(), 1, 1, '{1}', array[gen_random_uuid()],
                      '{test.CounterOpened}', '{1}', array[convert_to(?, 'UTF8')], array['{}'::bytea], array[?],
                      array[clock_timestamp()], '{}', '{}', '{}', '{}')\
                    """)) {
            insert.setString(1, "{\"counterId\":\"" + counter + "\"}");
            insert.setString(2, "{\"counter=" + counter + "\"}");
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCounted(String counter) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var query = connection.prepareStatement("select from counter where counter_id = ?")) {
            query.setString(1, counter);
            return query.executeQuery().next();
        }
    }
}
