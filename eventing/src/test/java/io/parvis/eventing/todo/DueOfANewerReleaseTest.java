package io.parvis.eventing.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.Boundary;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Criterion;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.StoreLife;
import io.parvis.eventing.testing.HandWrittenRows;
import io.parvis.eventing.testing.HandWrittenRows.Row;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is due and needs a newer release is left to it, as if it had not been tried. */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class DueOfANewerReleaseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    StoreLife life;

    @Inject
    ToDoTable rows;

    @Inject
    Commands commands;

    @Inject
    Vertx vertx;

    @Inject
    ToDoConfig config;

    @Inject
    UpcasterChain formats;

    private final String bell = UUID.randomUUID().toString();
    private final String kind = "test.ring-" + bell;

    @Event(namespace = "test", name = "BellRang", version = "1")
    record BellRang(@EventTag(key = "bell") String bellId) {}

    record Ring(String bellId) {

        @Singleton
        static class Handler implements Decider<Ring, Boolean> {

            @Override
            public Boundary boundary(Ring command) {
                return Boundary.reading(Criterion.tagged(Tag.of("bell", command.bellId), BellRang.class));
            }

            @Override
            public Boolean initial() {
                return false;
            }

            @Override
            public Boolean evolve(Boolean state, Object event) {
                return true;
            }

            @Override
            public List<?> decide(Ring command, Boolean state, Instant now) {
                return List.of(new BellRang(command.bellId));
            }
        }
    }

    private record Ringing(String kind, String bellId) implements DueCommand {

        @Override
        public Object command(String subject, Instant dueAt) {
            return new Ring(bellId);
        }
    }

    @AfterEach
    void forget() {
        formats.versions().forget();
    }

    @Test
    void isLeftToTheNewerReleaseWhichDoesItAtOnce() throws SQLException {
        HandWrittenRows.append(new Row("test.BellRang", "2", "{}", "{}", "bell=" + bell));
        execute("insert into to_do (kind, subject, due_at) values (?, 'bells', now())");
        var old = worker(new Ringing(kind, bell));

        await().atMost(TIMEOUT)
                .until(() -> formats.versions().newer().stream().anyMatch(line -> line.startsWith("test.BellRang 2 ")));
        await().atMost(TIMEOUT)
                .until(() -> count("attempts = 0 and not_before between now() - '3 s'::interval and now()") == 1);
        var next = worker(new Ringing(kind, bell + "-of-the-next-release"));

        await().atMost(TIMEOUT).until(() -> count("true") == 0);
        old.stop(new ShutdownEvent());
        next.stop(new ShutdownEvent());
    }

    private ToDoWorker worker(DueCommand due) {
        var worker = new ToDoWorker(List.of(due), rows, commands, vertx, life, config);
        worker.start(new StartupEvent());
        return worker;
    }

    private int count(String condition) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var query = connection.prepareStatement("select count(*) from to_do where kind = ? and " + condition)) {
            query.setString(1, kind);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, kind);
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        }
    }
}
