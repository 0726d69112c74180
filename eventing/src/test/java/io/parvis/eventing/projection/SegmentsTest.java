package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.projection.RivalProcessorsTest.Observed;
import io.parvis.eventing.projection.RivalProcessorsTest.Seen;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three segments of one projection, shared by two replicas: what one does is neither waited for nor settled by another. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class SegmentsTest {

    private static final List<Segment> SEGMENTS = Segment.splitBalanced(Segment.ROOT_SEGMENT, 2);
    private static final Segment MINE = SEGMENTS.getFirst();
    private static final Segment FOREIGN = SEGMENTS.getLast();
    private static final long A_MARK_WAITS = 2_000;

    /** So long that nobody moves a token, or takes a segment, only because time has passed. */
    private static final ProjectionConfig PATIENT = new ShortTimeouts(3, 1, Duration.ofMinutes(5));

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    Replicas replicas;

    private final String name = "test.segments-" + UUID.randomUUID();
    private final SegmentOwner here = new SegmentOwner(PATIENT);
    private final SegmentOwner there = new SegmentOwner(PATIENT);

    /** Leaves it to the database to refuse: what stands for the counter {@code null} is no row. */
    record Careless(String name) implements Projection {

        @Override
        public String sequencedBy() {
            return "observed";
        }

        @EventHandler
        Uni<Void> on(Observed event, Mutiny.Session session, RecordedEvent recorded) {
            return session.persist(new SeenEventView(
                    recorded.position(), event.counterId().startsWith("spoilt") ? null : event.counterId()));
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

    @Test
    void aMarkIsMetThoughNothingComesForTheSegmentOfAnotherReplica() throws SQLException {
        share();
        var progress = replicas.start(new Seen(name), here, PATIENT);
        replicas.start(new Seen(name), there, PATIENT);

        for (int i = 0; i < 20; i++) {
            var position = record(in(MINE));

            assertThat(seen(progress, position)).isTrue();
            assertThat(isInView(position)).isTrue();
        }
    }

    /** More than one look takes in. */
    @Test
    void aMarkIsMetThoughAThousandEventsOfAnothersLieBehindATokenThatStandsStill() throws SQLException {
        share();
        replicas.start(new Seen(name), here, PATIENT);
        var progress = replicas.start(new Seen(name), there, PATIENT);
        long last = 0;
        for (int i = 0; i < 1_100; i++) {
            last = record(in(MINE));
        }
        long position = last;
        await().atMost(Duration.ofSeconds(20)).until(() -> isInView(position));

        assertThat(seen(progress, position)).isTrue();
    }

    @Test
    void aMarkIsMetAlsoWhereASegmentIsAllThatAReplicaHas() throws SQLException {
        share();
        replicas.start(new Seen(name), here, PATIENT);
        var progress = replicas.start(new Seen(name), there, PATIENT);

        for (int i = 0; i < 20; i++) {
            assertThat(seen(progress, record(in(MINE)))).isTrue();
        }
    }

    @Test
    void aMarkIsNotMetBeforeTheOtherReplicaHasHandledWhatIsItsOwn() throws SQLException {
        share();
        var progress = replicas.start(new Seen(name), here, PATIENT);
        replicas.start(new Seen(name), there, PATIENT);
        assertThat(seen(progress, record(in(FOREIGN)))).isTrue();
        try (var connection = connection();
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute("select from processor_token where processor = '%s' and segment = %d for update"
                    .formatted(name, FOREIGN.getSegmentId()));
            var held = record(in(FOREIGN));
            var later = record(in(MINE));

            await().atMost(Duration.ofSeconds(20)).until(() -> isInView(later));

            assertThat(progress.seen(later, 300)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join())
                    .isFalse();
            connection.rollback();
            assertThat(progress.seen(later, 20_000)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join())
                    .isTrue();
            assertThat(isInView(held)).isTrue();
        }
    }

    @Test
    void everyWriteIsReadAtOnceOnBothReplicasWhosesoeverItIs() throws SQLException {
        share();
        var readers =
                List.of(replicas.start(new Seen(name), here, PATIENT), replicas.start(new Seen(name), there, PATIENT));
        var random = new Random(20_261_128L);

        for (int i = 0; i < 150; i++) {
            var position = record(in(SEGMENTS.get(random.nextInt(SEGMENTS.size()))));

            assertThat(seen(readers.get(i % 2), position)).isTrue();
            assertThat(isInView(position)).isTrue();
        }
    }

    @Test
    void aBatchThatFailsAsAWholeIsNotSettledByWhatAnotherSegmentHandles() throws SQLException {
        share();
        replicas.start(new Careless(name), here, PATIENT);
        replicas.start(new Careless(name), there, PATIENT);
        var spoilt = in(MINE, "spoilt");
        long[] positions = new long[3];
        try (var connection = connection();
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute("select from processor_token where processor = '%s' for update".formatted(name));
            positions[0] = record(in(MINE));
            positions[1] = record(spoilt);
            positions[2] = record(in(MINE));
            connection.commit();
        }

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    record(in(FOREIGN));
                    return count("select count(*) from parked_event where processor = ?", name) > 0;
                });

        assertThat(count("select position from parked_event where processor = ?", name))
                .isEqualTo(positions[1]);
        await().atMost(Duration.ofSeconds(20)).until(() -> isInView(positions[0]) && isInView(positions[2]));
    }

    /**
     * A crash takes from a view what has not waited for the disk. Where only others' events come then, Axon moves the
     * token on by itself after a while.
     */
    @Test
    void aTokenDoesNotPassWhatItsViewHasLost() throws SQLException {
        share();
        replicas.start(new Seen(name), here, new ShortTimeouts(3, 1, Duration.ofSeconds(1)));
        var kept = record(in(MINE));
        var lost = record(in(MINE));
        await().atMost(Duration.ofSeconds(20)).until(() -> isInView(lost) && mine() == lost);

        execute("""
            begin; select from processor_token where processor = '%1$s' for update;
            delete from seen_event where position = %2$d;
            update processor_token set position = %3$d where processor = '%1$s' and segment = %4$d;
            commit\
            """.formatted(name, lost, kept, MINE.getSegmentId()));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> record(in(FOREIGN)) > lost && mine() > lost);

        assertThat(isInView(lost)).isTrue();
    }

    private long mine() throws SQLException {
        return count(
                "select position from processor_token where processor = ? and segment = " + MINE.getSegmentId(), name);
    }

    /** One segment for each that stands first, the last one for the other. */
    private void share() throws SQLException {
        try (var connection = connection();
                var insert = connection.prepareStatement(
                        "insert into processor_token (processor, segment, mask, position, owner)"
                                + " select ?, ?, ?, coalesce(max(position), 0), ? from event_store.event")) {
            for (var segment : SEGMENTS) {
                insert.setString(1, name);
                insert.setInt(2, segment.getSegmentId());
                insert.setInt(3, segment.getMask());
                insert.setString(4, (segment == FOREIGN ? there : here).owner());
                insert.executeUpdate();
            }
        }
    }

    private long record(String counter) {
        return new RecordedFacts(engine).record(new Observed(counter));
    }

    private static String in(Segment segment) {
        return in(segment, "counter");
    }

    /** A counter whose events belong to that segment. */
    private static String in(Segment segment, String prefix) {
        return Stream.generate(() -> prefix + UUID.randomUUID())
                .filter(counter -> segment.matches((Object) counter))
                .findFirst()
                .orElseThrow();
    }

    private static boolean seen(Progress progress, long position) {
        return progress.seen(position, A_MARK_WAITS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static boolean isInView(long position) throws SQLException {
        return count("select count(*) from seen_event where position = cast(? as bigint)", Long.toString(position))
                == 1;
    }

    private static long count(String query, String parameter) throws SQLException {
        try (var connection = connection();
                var prepared = connection.prepareStatement(query)) {
            prepared.setString(1, parameter);
            var rows = prepared.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = connection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
    }
}
