package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.projection.RivalProcessorsTest.Observed;
import io.parvis.eventing.projection.RivalProcessorsTest.Seen;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.StoreLife;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.QualifiedName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Views are built anew while processes of two releases run: one of them has a processor that the other does not know. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class RebuiltViewsTest {

    private static final Set<QualifiedName> OBSERVED = Set.of(new QualifiedName("test", "Observed"));
    private static final String HEAD = "(select coalesce(max(position), 0) from event_store.event)";

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    StaleViews deadLine;

    @Inject
    StoreLife life;

    @Inject
    Vertx vertx;

    @Inject
    @EventStoreDatabase
    Pool pool;

    private final String known = "test.known-" + UUID.randomUUID();
    private final String ofTheNextRelease = "test.next-" + UUID.randomUUID();

    @AfterEach
    void remove() throws SQLException {
        execute("delete from processor_token where processor in ('%s', '%s')".formatted(known, ofTheNextRelease));
    }

    @Test
    void whatAnotherReleaseBuildsAnewIsNotSaidToBeDone() throws SQLException {
        var progress = new Progress(new ProgressQuery(pool), vertx);
        progress.follow(new Seen(known), OBSERVED);
        var views = new RebuiltViews(deadLine, progress, life, vertx);
        emptied(ofTheNextRelease, "0");
        emptied(known, HEAD);

        views.suspect();
        await().atMost(Duration.ofSeconds(20)).until(() -> !isBuiltAnew(known));

        assertThat(isBuiltAnew(ofTheNextRelease)).isTrue();
        assertThat(views.include(Set.of(ofTheNextRelease))).isTrue();
        assertThat(views.names()).as("what health tells of itself").doesNotContain(ofTheNextRelease);
    }

    /** It has lost events again since, so that nobody can reach what stands beside the token. */
    @Test
    void aViewThatIsBehindIsNotDoneBecauseTheLogIsShorterByNow() throws SQLException {
        new RecordedFacts(engine).record(new Observed("counter"));
        var progress = new Progress(new ProgressQuery(pool), vertx);
        var behind = "test.behind-" + UUID.randomUUID();
        progress.follow(new Seen(known), OBSERVED);
        progress.follow(new Seen(behind), OBSERVED);
        emptied(behind, "0");
        execute("update processor_token set rebuilt_to = 1000000000 where processor = '%s'".formatted(behind));
        emptied(known, HEAD);

        new RebuiltViews(deadLine, progress, life, vertx).suspect();
        await().atMost(Duration.ofSeconds(20)).until(() -> !isBuiltAnew(known));

        assertThat(isBuiltAnew(behind)).isTrue();
        execute("update processor_token set position = %s where processor = '%s'".formatted(HEAD, behind));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isBuiltAnew(behind));
        execute("delete from processor_token where processor = '%s'".formatted(behind));
    }

    private static void emptied(String processor, String position) throws SQLException {
        execute("insert into processor_token (processor, segment, mask, position, rebuilt_to) select '%s', 0, 0, %s, 1"
                .formatted(processor, position));
    }

    private static boolean isBuiltAnew(String processor) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select rebuilt_to is not null from processor_token where processor = '%s'"
                                .formatted(processor))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
    }
}
