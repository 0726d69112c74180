package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.event.NewerEventException;
import io.parvis.eventing.projection.Release.Machine;
import io.parvis.eventing.projection.Tanks.AlarmHeard;
import io.parvis.eventing.projection.Tanks.FilledFrom1To2;
import io.parvis.eventing.projection.Tanks.Next;
import io.parvis.eventing.projection.Tanks.Old;
import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.EventStoreConfig;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two releases of a service at once on one store, the newer of which knows a field that the older does not. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class TwoReleasesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    RebuiltViews views;

    @Inject
    Vertx vertx;

    @Inject
    DatabaseConfig database;

    @Inject
    @EventStoreDatabase
    Pool pool;

    @Inject
    EventStoreConfig store;

    @Inject
    ProjectionConfig projections;

    @Inject
    ViewTransactions transactions;

    @Inject
    EventReader log;

    @Inject
    EventConverter converter;

    private final String tank = UUID.randomUUID().toString();
    private final String view = "test.tanks-" + tank;
    private final String alarm = "test.alarms-" + tank;
    private Release old;
    private Release next;

    @BeforeEach
    void release() throws SQLException {
        beginAtTheHead(view);
        beginAtTheHead(alarm);
        var machine = new Machine(vertx, database, pool, converter, store, projections, transactions, views, log);
        old = new Release(
                machine,
                List.of(),
                List.of(new Old.FillHandler(), new Old.SoundHandler()),
                List.of(new Old.View(view), new Old.Alarm(alarm)));
        next = new Release(
                machine,
                List.of(new FilledFrom1To2()),
                List.of(new Next.FillHandler(), new Next.SoundHandler()),
                List.of(new Next.View(view), new Next.Alarm(alarm)));
    }

    @AfterEach
    void stop() {
        old.stop();
        next.stop();
    }

    @Test
    void decidesNothingOnWhatOnlyTheNewerReleaseKnows() {
        old.send(new Old.Fill(tank, 5)).join();
        next.send(new Next.Fill(tank, 1, 3)).join();

        assertThatThrownBy(() -> old.send(new Old.Fill(tank, 1)).join())
                .hasCauseInstanceOf(NewerEventException.class)
                .hasMessageContaining("test.TankFilled 2 at ")
                .hasMessageContaining("up to 1");

        assertThat(next.send(new Next.Fill(tank, 1, 0)).join().event(Next.Filled.class))
                .isEqualTo(new Next.Filled(tank, 7, 3));
        assertThat(old.newer()).singleElement().asString().contains("test.TankFilled 2 at ");
        assertThat(next.newer()).isEmpty();
    }

    @Test
    void decidesTheCommandsOfOthersInTheSameGroup() {
        next.send(new Next.Fill(tank, 1, 3)).join();
        var sent = new ArrayList<CompletableFuture<CommandOutcome>>();
        for (int i = 0; i < 40; i++) {
            sent.add(old.send(new Old.Fill(i % 10 == 0 ? tank : tank + i, 1)));
        }

        for (int i = 0; i < sent.size(); i++) {
            boolean failed = sent.get(i)
                    .handle((outcome, failure) -> NewerEventException.in(failure))
                    .join();
            assertThat(failed).as("%d", i).isEqualTo(i % 10 == 0);
        }
    }

    @Test
    void projectsNothingThatOnlyTheNewerReleaseKnowsAndLeavesTheSegmentToIt() throws SQLException {
        old.start();
        old.send(new Old.Fill(tank, 5)).join();
        await().atMost(TIMEOUT).until(() -> rows().size() == 1);

        long newer = next.send(new Next.Fill(tank, 1, 3)).join().position();

        await().atMost(TIMEOUT).until(() -> owners(view).contains("none"));
        assertThat(token(view)).isLessThan(newer);
        next.start();
        await().atMost(TIMEOUT).until(() -> rows().size() == 2);
        assertThat(rows()).containsExactly(tank + " old 5", tank + " next 6/3");
        assertNothingFailed();
    }

    @Test
    void goesOnOnceANewerReleaseHasPassedWhatItDoesNotKnow() throws SQLException {
        old.start();
        next.send(new Next.Fill(tank, 1, 3)).join();
        await().atMost(TIMEOUT).until(() -> owners(view).contains("none"));
        next.start();
        await().atMost(TIMEOUT).until(() -> rows().size() == 1);
        next.stop();

        old.send(new Old.Fill(tank + "-other", 2)).join();

        await().atMost(TIMEOUT).until(() -> rows().size() == 2);
        assertThat(rows()).containsExactly(tank + " next 1/3", tank + "-other old 2");
        assertNothingFailed();
    }

    @Test
    void reactsToNothingThatOnlyTheNewerReleaseKnows() throws SQLException {
        old.start();
        next.send(new Next.Fill(tank, 1, 3)).join();
        await().atMost(TIMEOUT).until(() -> owners(alarm).contains("none"));
        assertThat(alarms()).isEmpty();

        next.start();

        await().atMost(TIMEOUT).until(() -> alarms().size() == 1);
        assertThat(alarms()).containsExactly("next at 1/3");
        assertNothingFailed();
    }

    @Test
    void leavesAReactionWhoseDecisionNeedsTheNewerRelease() throws SQLException {
        old.send(new Old.Fill(tank, 5)).join();
        next.send(new Next.Fill(tank, 1, 3)).join();

        old.start();

        await().atMost(TIMEOUT).until(() -> old.newer().size() == 1);
        await().atMost(TIMEOUT).until(() -> owners(alarm).contains("none"));
        next.start();
        await().atMost(TIMEOUT).until(() -> alarms().size() == 2);
        assertThat(alarms()).containsExactly("next at 6/3", "next at 6/3");
        assertNothingFailed();
    }

    @Test
    void handlesNoParkedEventThatOnlyTheNewerReleaseKnows() throws SQLException {
        long newer = next.send(new Next.Fill(tank, 1, 3)).join().position();
        park(newer);

        assertThatThrownBy(() -> old.parked().retry(view, tank).await().atMost(TIMEOUT))
                .matches(NewerEventException::in);
        assertThat(old.parked().list().await().atMost(TIMEOUT))
                .anyMatch(parked -> parked.processor().equals(view));

        next.parked().retry(view, tank).await().atMost(TIMEOUT);
        assertThat(rows()).containsExactly(tank + " next 1/3");
    }

    private void assertNothingFailed() throws SQLException {
        assertThat(texts("select processor from parked_event where processor in (?, ?)", view, alarm))
                .as("parked")
                .isEmpty();
        assertThat(texts("select last_error from failed_event where processor in (?, ?)", view, alarm))
                .as("counted")
                .isEmpty();
    }

    private List<String> alarms() {
        return log.tagged(Tag.of("alarm", tank), 0, 10).toCompletableFuture().join().stream()
                .map(event -> event.payloadAs(AlarmHeard.class, converter).said())
                .toList();
    }

    private List<String> rows() throws SQLException {
        return texts("select counter_id from seen_event where counter_id like ? order by position", tank + "%");
    }

    private static List<String> owners(String processor) throws SQLException {
        return texts("select coalesce(owner, 'none') from processor_token where processor = ?", processor);
    }

    private static long token(String processor) throws SQLException {
        return Long.parseLong(texts("select position from processor_token where processor = ?", processor)
                .getFirst());
    }

    /** What other tests recorded is of no concern. */
    private static void beginAtTheHead(String processor) throws SQLException {
        execute(
                "insert into processor_token (processor, segment, mask, position)"
                        + " select ?, 0, 0, coalesce(max(position), 0) from event_store.event",
                processor);
    }

    private void park(long position) throws SQLException {
        execute(
                "insert into parked_event (processor, sequence, position, event_id, event_name, reason)"
                        + " values (?, ?, " + position + ", 'e', 'test.TankFilled', 'broken')",
                view,
                tank);
    }

    private static void execute(String statement, String... parameters) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        }
    }

    private static List<String> texts(String query, String... parameters) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            for (var rows = prepared.executeQuery(); rows.next(); ) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
