package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two processors of one name contend for one segment, or three, robbed of it again and again, while events come in and the view
 * is emptied to be filled anew. The view is keyed by the event, so that a second handling fails loudly.
 */
@org.junit.jupiter.api.Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class RivalProcessorsTest {

    private static final int EVENTS = 600;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventReader log;

    @Inject
    Replicas replicas;

    private final Seen projection = new Seen("test.rivals-" + UUID.randomUUID());
    private final List<String> counters =
            IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID().toString()).toList();

    @Event(namespace = "test", name = "Observed", version = "1")
    record Observed(@EventTag(key = "observed") String counterId) {}

    /** Found by no container: it runs only where a test starts it. */
    static final class Seen implements Projection {

        private final String name;

        Seen(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String sequencedBy() {
            return "observed";
        }

        @EventHandler
        Uni<Void> on(Observed event, Mutiny.Session session, RecordedEvent recorded) {
            return session.persist(new SeenEventView(recorded.position(), event.counterId()))
                    .chain(session::flush);
        }
    }

    @BeforeEach
    void emptyView() throws SQLException {
        execute("delete from seen_event");
    }

    @AfterEach
    void stop() {
        replicas.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void handlesEachEventOnceThoughTwoProcessesRobEachOther(int segments) throws SQLException {
        start(new SegmentOwner(settings(segments)), segments);
        start(new SegmentOwner(settings(segments)), segments);

        record(EVENTS, "update processor_token set owner = null where processor = ?");

        assertEachSeenOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void handlesEachEventOnceThoughTwoRunsOfOneProcessBelieveTheSegmentTheirs(int segments) throws SQLException {
        var node = new SegmentOwner(settings(segments));
        start(node, segments);
        start(node, segments);

        record(EVENTS, "update processor_token set claimed_at = claimed_at where processor = ?");

        assertEachSeenOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void isEmptiedAndFilledAnewWhileEventsComeIn(int segments) throws SQLException {
        start(new SegmentOwner(settings(segments)), segments);
        start(new SegmentOwner(settings(segments)), segments);

        record(
                EVENTS,
                "with emptied as (delete from seen_event returning 1)"
                        + " update processor_token set position = 0, owner = null"
                        + " where processor = ? and (select count(*) from emptied) >= 0");

        assertEachSeenOnce();
    }

    private static ProjectionConfig settings(int segments) {
        return new ShortTimeouts(segments, 3, Duration.ofMillis(300));
    }

    private void start(SegmentOwner node, int segments) {
        replicas.start(projection, node, settings(segments));
    }

    /** Every so often somebody interferes. */
    private void record(int events, String interference) throws SQLException {
        var facts = new RecordedFacts(engine);
        var random = new Random(20_261_123L);
        for (int i = 0; i < events; i++) {
            facts.record(new Observed(counters.get(i % counters.size())));
            if (random.nextInt(30) == 0) {
                interfere(interference);
            }
        }
    }

    /** In one transaction behind the segment's row, as every batch is. */
    private void interfere(String statement) throws SQLException {
        try (var connection =
                DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password())) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from processor_token where processor = ? for update");
                    var interference = connection.prepareStatement(statement)) {
                lock.setString(1, projection.name());
                lock.executeQuery();
                interference.setString(1, projection.name());
                interference.execute();
            }
            connection.commit();
        }
    }

    private void assertEachSeenOnce() throws SQLException {
        var recorded = counters.stream()
                .flatMap(counter ->
                        log.tagged(Tag.of("observed", counter), 0, EVENTS + 1).toCompletableFuture().join().stream())
                .map(RecordedEvent::position)
                .sorted()
                .toList();
        assertThat(recorded).hasSize(EVENTS);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(positions(
                                "select position from seen_event where counter_id = any (string_to_array(?, ','))"
                                        + " order by position",
                                String.join(",", counters)))
                        .isEqualTo(recorded));
        assertThat(positions("select position from failed_event where processor = ?", projection.name()))
                .as("failures counted")
                .isEmpty();
        assertThat(positions("select position from parked_event where processor = ?", projection.name()))
                .as("parked")
                .isEmpty();
    }

    private static List<Long> positions(String query, String parameter) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.prepareStatement(query)) {
            prepared.setString(1, parameter);
            var found = new ArrayList<Long>();
            for (var rows = prepared.executeQuery(); rows.next(); ) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
