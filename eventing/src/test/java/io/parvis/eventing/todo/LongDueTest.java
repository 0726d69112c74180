package io.parvis.eventing.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.DeciderWithNeeds;
import io.parvis.eventing.command.Decision;
import io.parvis.eventing.command.Fetcher;
import io.parvis.eventing.command.Nothing;
import io.parvis.eventing.command.OwnCommands;
import io.parvis.eventing.command.Refusal;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.StoreLife;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is due may take longer than the lease under which it was taken, and longer than what else is due can wait. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class LongDueTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMillis(600);
    private static final int MORE_THAN_ARE_TAKEN_AT_ONCE = 60;

    @Inject
    StoreLife life;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventConverter converter;

    @Inject
    Clock clock;

    @Inject
    @EventStoreDatabase
    Pool pool;

    @Inject
    Vertx vertx;

    private final String kind = "test.long-" + UUID.randomUUID();
    private final Held due = new Held(kind);
    private final List<ToDoWorker> replicas = new ArrayList<>();

    private record Settings(Duration pollInterval, Duration lease) implements ToDoConfig {}

    /** There is nothing to do any more. */
    static final class NothingDue extends Refusal {
        NothingDue() {
            super("Nothing is due", "It was done by hand.");
        }
    }

    record Finish(String subject) {}

    @Event(namespace = "test", name = "Finished", version = "1")
    record Finished(@EventTag(key = "long-due-test") String subject) {}

    /** Needs to know of everything whether it has ended. */
    static final class Finishing implements DeciderWithNeeds<Finish, Nothing, Nothing, String> {

        @Override
        public Boundary boundary(Finish command, Nothing known) {
            return Boundary.reading(Criterion.tagged(Tag.of("long-due-test", command.subject()), Finished.class));
        }

        @Override
        public Nothing initial(Finish command) {
            return Nothing.NOTHING;
        }

        @Override
        public Nothing evolve(Nothing state, Object event) {
            return state;
        }

        @Override
        public Decision<String> decide(Finish command, Nothing state, Nothing known, Instant now) {
            return Decision.needs("the end");
        }
    }

    /** Takes as long as a test wants, and is refused in the end. */
    private record Held(String kind, List<String> begun, CompletableFuture<Void> end)
            implements DueCommand, Fetcher<Finish, Nothing, String> {

        Held(String kind) {
            this(kind, new CopyOnWriteArrayList<>(), new CompletableFuture<>());
        }

        @Override
        public Object command(String subject, Instant dueAt) {
            return new Finish(subject);
        }

        @Override
        public Nothing known(Finish command) {
            return Nothing.NOTHING;
        }

        @Override
        public Uni<Nothing> fetch(Finish command, Nothing known, String need) {
            begun.add(command.subject());
            return command.subject().startsWith("quick")
                    ? Uni.createFrom().failure(new NothingDue())
                    : Uni.createFrom()
                            .completionStage(end)
                            .chain(ended -> Uni.createFrom().failure(new NothingDue()));
        }
    }

    @AfterEach
    void stop() {
        due.end().complete(null);
        replicas.forEach(replica -> replica.stop(null));
    }

    @Test
    void isLeftToWhoeverTookItForAsLongAsItTakes() throws SQLException {
        put("long");
        replica();
        replica();
        await().atMost(TIMEOUT).until(() -> !due.begun().isEmpty());

        vertx.setTimer(LEASE.toMillis() * 4, tick -> due.end().complete(null));

        await().atMost(TIMEOUT).until(() -> left() == 0);
        assertThat(due.begun()).containsExactly("long");
    }

    @Test
    void keepsNothingElseWaiting() throws SQLException {
        for (int i = 0; i < MORE_THAN_ARE_TAKEN_AT_ONCE; i++) {
            put("long-" + i);
        }
        replica();
        await().atMost(TIMEOUT).until(() -> due.begun().size() == MORE_THAN_ARE_TAKEN_AT_ONCE);

        put("quick");

        await().atMost(TIMEOUT).until(() -> left() == MORE_THAN_ARE_TAKEN_AT_ONCE);
        assertThat(due.begun()).contains("quick");
    }

    private void replica() {
        var commands = OwnCommands.of(
                vertx, List.of(new Finishing()), List.of(due), engine, converter, clock, Duration.ofMinutes(1));
        var settings = new Settings(Duration.ofMillis(50), LEASE);
        var replica =
                new ToDoWorker(List.of(due), new ToDoTable(pool, clock, settings), commands, vertx, life, settings);
        replica.start(null);
        replicas.add(replica);
    }

    private void put(String subject) throws SQLException {
        update("insert into to_do (kind, subject, due_at) values ('" + kind + "', '" + subject + "', now())");
    }

    private long left() throws SQLException {
        return update("update to_do set kind = kind where kind = '" + kind + "'");
    }

    private static long update(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
