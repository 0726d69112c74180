package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.testing.CuttingProxy;
import io.parvis.eventing.testing.CuttingProxy.Fault;
import io.parvis.eventing.testing.CuttingProxy.Side;
import io.parvis.eventing.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The connection is lost at every byte of an append: of the request, of the answer, of a first connection's greeting, and
 * of the reconnection too. Whoever asked is told what happened; and where nobody can know yet, that nobody knows.
 */
@org.junit.jupiter.api.Tag("slow")
class LostConnectionsTest {

    private static final int LANES = 8;
    private static final long APPEND_LOCK = 5030129464121450822L;

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        // Its pool tells a promise twice that a connection did not come, and tells us about it.
        Logger.getLogger("io.vertx.core.impl.ContextImpl").setLevel(Level.OFF);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
        Logger.getLogger("io.vertx.core.impl.ContextImpl").setLevel(null);
    }

    /** What a caller was told. */
    private enum Told {
        RECORDED,
        REFUSED,
        UNKNOWN
    }

    private record Answer(Told told, long position) {}

    /** An engine of its own behind a proxy of its own. */
    private static final class Lane implements AutoCloseable {

        private final CuttingProxy proxy =
                new CuttingProxy(URI.create(TestDatabase.url()).getPort());
        private final PostgresEventStorageEngine engine;

        Lane(Map<String, String> settings) {
            var all = new HashMap<>(TestDatabase.configFor("eventing"));
            all.put("parvis.database.url", "postgresql://localhost:" + proxy.port() + "/postgres");
            all.putAll(settings);
            var config = new SmallRyeConfigBuilder()
                    .withMapping(EventStoreConfig.class)
                    .withMapping(DatabaseConfig.class)
                    .withDefaultValues(all)
                    .build();
            var database = config.getConfigMapping(DatabaseConfig.class);
            var store = config.getConfigMapping(EventStoreConfig.class);
            engine = new PostgresEventStorageEngine(
                    vertx,
                    database,
                    EventStoreConnections.pool(vertx, database, store),
                    EngineUnderTest.CONVERTER,
                    new UpcasterChain(List.of()),
                    store);
        }

        @SuppressWarnings("unchecked")
        CompletableFuture<Answer> append(Tag tag) {
            var condition = AppendCondition.withCriteria(EventCriteria.havingTags(tag))
                    .withMarker(new GlobalIndexConsistencyMarker(0));
            var event = new GenericTaggedEventMessage<>(
                    new GenericEventMessage(new MessageType("test", "Happened", "1"), "payload"), Set.of(tag));
            return engine.appendEvents(condition, null, List.of(event))
                    .thenCompose(prepared -> ((AppendTransaction<Long>) prepared).commit(null))
                    .handle((position, failure) -> {
                        if (failure == null) {
                            return new Answer(Told.RECORDED, position);
                        }
                        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                            if (cause instanceof AppendEventsTransactionRejectedException) {
                                return new Answer(Told.REFUSED, 0);
                            }
                        }
                        return new Answer(Told.UNKNOWN, 0);
                    });
        }

        Answer told(Tag tag) throws Exception {
            return append(tag).get(60, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            engine.close();
            proxy.close();
        }
    }

    /** Where the connection is lost in one case. */
    private record LogPosition(Side side, long bytes) {}

    @Test
    void findsOutWhatBecameOfAnAppendAtWhateverByteTheConnectionIsCut() throws Exception {
        var told = inLanes(places(false), (lane, place) -> {
            var tag = Tag.of("cut", UUID.randomUUID().toString());
            lane.told(Tag.of("warm", UUID.randomUUID().toString()));
            lane.proxy.strikeAfter(place.side(), place.bytes(), Fault.CUT);
            var answer = lane.told(tag);
            assertThat(lane.proxy.struck()).as("%s", place).isTrue();
            lane.proxy.heal();

            assertThat(answer.told()).as("%s", place).isEqualTo(Told.RECORDED);
            assertThat(positions(tag)).as("%s", place).containsExactly(answer.position());
            return answer.told();
        });
        System.out.println("cut in an append: " + told);
    }

    @Test
    void tellsARefusalAtWhateverByteTheConnectionIsCut() throws Exception {
        var told = inLanes(everyThird(places(false)), (lane, place) -> {
            var tag = Tag.of("taken", UUID.randomUUID().toString());
            var first = lane.told(tag);
            lane.proxy.strikeAfter(place.side(), place.bytes(), Fault.CUT);
            var answer = lane.told(tag);
            assertThat(lane.proxy.struck()).as("%s", place).isTrue();
            lane.proxy.heal();

            assertThat(answer.told()).as("%s", place).isEqualTo(Told.REFUSED);
            assertThat(positions(tag)).as("%s", place).containsExactly(first.position());
            return answer.told();
        });
        System.out.println("cut in an append that is refused: " + told);
    }

    @Test
    void findsOutAlsoWhereTheConnectionIsNewOrTheNextOnesAreCutTooOrSilent() throws Exception {
        var told = inLanes(everyThird(everyThird(everyThird(places(true)))), (unused, place) -> {
            for (var fault : List.of(Fault.CUT, Fault.SILENCE)) {
                try (var lane = new Lane(Map.of("parvis.event-store.answer-timeout", "PT0.3S"))) {
                    var tag = Tag.of("new", UUID.randomUUID().toString());
                    lane.proxy.strikeAfter(place.side(), place.bytes(), fault, 3);
                    var answer = lane.told(tag);

                    assertThat(answer.told()).as("%s %s", fault, place).isEqualTo(Told.RECORDED);
                    assertThat(positions(tag)).as("%s %s", fault, place).containsExactly(answer.position());
                }
            }
            return Told.RECORDED;
        });
        System.out.println("three connections lost, cut and silent: " + told);
    }

    @Test
    void saysThatItDoesNotKnowWhereNobodyCanKnowAndDoesNotRepeatItLater() throws Exception {
        var impatient = Map.of("parvis.event-store.patience", "PT0.1S");
        var told = inLanes(everyThird(everyThird(places(false))), (unused, place) -> {
            try (var lane = new Lane(impatient)) {
                lane.told(Tag.of("warm", UUID.randomUUID().toString()));
                var tag = Tag.of("unknown", UUID.randomUUID().toString());
                lane.proxy.strikeAfter(place.side(), place.bytes(), Fault.CUT_FOR_GOOD);
                var answer = lane.told(tag);
                assertThat(lane.proxy.struck()).as("%s", place).isTrue();
                lane.proxy.heal();

                var next = lane.told(Tag.of("next", UUID.randomUUID().toString()));
                assertThat(next.told()).as("the next append works, %s", place).isEqualTo(Told.RECORDED);
                var recorded = positions(tag);
                assertThat(recorded).as("%s", place).hasSizeLessThanOrEqualTo(1);
                assertThat(answer.told()).as("%s", place).isEqualTo(Told.UNKNOWN);
                var again = lane.told(tag);
                assertThat(again.told())
                        .as("asked again, %s", place)
                        .isEqualTo(recorded.isEmpty() ? Told.RECORDED : Told.REFUSED);
                assertThat(positions(tag)).as("%s", place).hasSize(1);
                return answer.told();
            }
        });
        System.out.println("cut, and nobody reachable after it: " + told);
    }

    @Test
    void isNotDeceivedByABackendThatStillWorksForAConnectionThatIsGone() throws Exception {
        try (var lane = new Lane(Map.of());
                var owner = owner();
                var watching = owner()) {
            lane.told(Tag.of("warm", UUID.randomUUID().toString()));
            var tag = Tag.of("zombie", UUID.randomUUID().toString());
            owner.setAutoCommit(false);
            owner.createStatement().execute("select pg_advisory_xact_lock(" + APPEND_LOCK + ")");
            var pending = lane.append(tag);
            await().atMost(Duration.ofSeconds(20)).until(() -> waitingForTheLock(watching) == 1);
            lane.proxy.refuse();
            lane.proxy.heal();
            await().atMost(Duration.ofSeconds(20)).until(() -> waitingForTheLock(watching) == 2);
            owner.commit();

            var answer = pending.get(60, TimeUnit.SECONDS);

            assertThat(answer.told()).isEqualTo(Told.RECORDED);
            await().atMost(Duration.ofSeconds(20)).until(() -> waitingForTheLock(watching) == 0);
            assertThat(positions(tag)).containsExactly(answer.position());
        }
    }

    /** The first backend holds the lock and is slow to commit, as with a standby that stalls; nobody waits long for it. */
    @Test
    void doesNotTakeARefusalToWaitForAnAnswerToWhatWasSentBefore() throws Exception {
        try (var owner = owner();
                var watching = owner()) {
            owner.createStatement().execute("""
                    create function event_store.slow_commit() returns trigger language plpgsql as
                      $$ begin perform pg_sleep(1); return null; end $$;
                    create constraint trigger slow_commit after insert on event_store.event deferrable initially deferred
                      for each row when (new.tags[1] like 'slow=%') execute function event_store.slow_commit();
                    alter function event_store.append set lock_timeout = '1200ms'""");
            try (var lane = new Lane(Map.of())) {
                lane.told(Tag.of("warm", UUID.randomUUID().toString()));
                var tags = List.of(
                        Tag.of("slow", UUID.randomUUID().toString()),
                        Tag.of("slow", UUID.randomUUID().toString()));
                var ahead = lane.append(Tag.of("ahead", UUID.randomUUID().toString()));
                var batch = tags.stream().map(lane::append).toList();
                ahead.get(10, TimeUnit.SECONDS);
                await().atMost(Duration.ofSeconds(20)).until(() -> slowCommits(watching) == 1);
                lane.proxy.refuse();
                lane.proxy.heal();

                for (int i = 0; i < tags.size(); i++) {
                    var answer = batch.get(i).get(60, TimeUnit.SECONDS);
                    assertThat(answer.told()).isEqualTo(Told.RECORDED);
                    assertThat(positions(tags.get(i))).containsExactly(answer.position());
                }
            } finally {
                owner.createStatement().execute("""
                        alter function event_store.append set lock_timeout = '6s';
                        drop trigger slow_commit on event_store.event;
                        drop function event_store.slow_commit()""");
            }
        }
    }

    private static int slowCommits(Connection watching) throws SQLException {
        try (var rows = watching.createStatement()
                .executeQuery("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private interface Case {
        Told tried(Lane lane, LogPosition place) throws Exception;
    }

    /** All cases, shared by a few lanes at once; what callers were told, counted. */
    private static Map<Told, Integer> inLanes(List<LogPosition> places, Case one) throws Exception {
        var counted = new TreeMap<Told, Integer>();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            var lanes = IntStream.range(0, LANES)
                    .<Callable<List<Told>>>mapToObj(number -> () -> {
                        var told = new ArrayList<Told>();
                        try (var lane = new Lane(Map.of())) {
                            for (int i = number; i < places.size(); i += LANES) {
                                told.add(one.tried(lane, places.get(i)));
                            }
                        }
                        return told;
                    })
                    .toList();
            for (Future<List<Told>> lane : threads.invokeAll(lanes)) {
                lane.get().forEach(told -> counted.merge(told, 1, Integer::sum));
            }
        }
        return counted;
    }

    /**
     * Every byte that an append takes, there and back.
     *
     * @param fresh on a connection that it has to open first
     */
    private static List<LogPosition> places(boolean fresh) throws Exception {
        try (var lane = new Lane(Map.of())) {
            if (!fresh) {
                lane.told(Tag.of("cut", UUID.randomUUID().toString()));
            }
            long request = lane.proxy.passed(Side.REQUEST);
            long answer = lane.proxy.passed(Side.ANSWER);
            lane.told(Tag.of("cut", UUID.randomUUID().toString()));
            var places = new ArrayList<LogPosition>();
            for (long bytes = 0; bytes < lane.proxy.passed(Side.REQUEST) - request; bytes++) {
                places.add(new LogPosition(Side.REQUEST, bytes));
            }
            for (long bytes = 0; bytes < lane.proxy.passed(Side.ANSWER) - answer; bytes++) {
                places.add(new LogPosition(Side.ANSWER, bytes));
            }
            assertThat(places).hasSizeGreaterThan(300);
            return places;
        }
    }

    private static List<LogPosition> everyThird(List<LogPosition> places) {
        return IntStream.range(0, places.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(places::get)
                .toList();
    }

    private static List<Long> positions(Tag tag) throws SQLException {
        try (var connection = owner();
                var query = connection.prepareStatement("select position from event_store.tag where tag = ?")) {
            query.setString(1, TagText.of(tag));
            var found = new ArrayList<Long>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }

    private static int waitingForTheLock(Connection watching) throws SQLException {
        try (var rows = watching.createStatement()
                .executeQuery("select count(*) from pg_stat_activity where wait_event = 'advisory'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
    }
}
