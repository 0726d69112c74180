package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Axon's suite does not ask: many writers at once, over two engines (as two JVMs would be) on one store. */
@org.junit.jupiter.api.Tag("slow")
class RacesTest {

    private static Vertx vertx;
    private static List<PostgresEventStorageEngine> engines;
    private static Pool pool;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        engines = List.of(EngineUnderTest.engine(vertx), EngineUnderTest.engine(vertx));
        pool = EngineUnderTest.pool(vertx);
    }

    @AfterAll
    static void close() {
        engines.forEach(PostgresEventStorageEngine::close);
        vertx.close();
    }

    @Test
    void admitsOneOfSixtyFourWritersThatSawTheSameBoundary() {
        for (int round = 0; round < 20; round++) {
            var boundary = Set.of(Tag.of("slug", UUID.randomUUID().toString()));
            var marker = marker(boundary);

            var outcomes = IntStream.range(0, 64)
                    .mapToObj(i -> append(engines.get(i % 2), boundary, boundary, marker))
                    .toList();

            assertThat(accepted(outcomes)).hasSize(1);
        }
    }

    @Test
    void neverAdmitsTwoUnderOverlappingTagSets() {
        // Each writer requires that nobody took {a, b}; the tag sets overlap in one tag, in both, or with more.
        for (int round = 0; round < 30; round++) {
            var a = Tag.of("a", UUID.randomUUID().toString());
            var b = Tag.of("b", UUID.randomUUID().toString());
            var c = Tag.of("c", UUID.randomUUID().toString());
            var marker = marker(Set.of(a, b));
            var carried = List.of(Set.of(a, b), Set.of(a, b, c));

            var outcomes = IntStream.range(0, 32)
                    .mapToObj(i -> append(engines.get(i % 2), carried.get(i / 2 % 2), Set.of(a, b), marker))
                    .toList();

            assertThat(accepted(outcomes)).hasSize(1);
        }
    }

    @Test
    void admitsEveryWriterThatSharesOnlyOneOfTwoTags() {
        var shared = Tag.of("contest", UUID.randomUUID().toString());
        var marker = marker(Set.of(shared));

        var outcomes = IntStream.range(0, 64)
                .mapToObj(i -> {
                    var own = Set.of(shared, Tag.of("fan", "fan-" + i));
                    return append(engines.get(i % 2), own, own, marker);
                })
                .toList();

        assertThat(accepted(outcomes)).hasSize(64);
    }

    @Test
    void keepsPositionsContiguousThroughThousandsOfRejections() throws SQLException {
        var random = new Random(7);
        var outcomes = new ArrayList<CompletableFuture<Long>>();
        var boundaries = IntStream.range(0, 40)
                .mapToObj(i -> Set.of(Tag.of("hot", UUID.randomUUID().toString())))
                .toList();
        var markers = boundaries.stream().map(RacesTest::marker).toList();
        for (int i = 0; i < 4000; i++) {
            int pick = random.nextInt(boundaries.size());
            outcomes.add(append(engines.get(i % 2), boundaries.get(pick), boundaries.get(pick), markers.get(pick)));
        }

        var accepted = accepted(outcomes);

        assertThat(accepted).hasSize(40);
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*), min(position), max(position), bool_and(ordered) from"
                                + " (select position, recorded_at >= lag(recorded_at, 1, '-infinity')"
                                + " over (order by position) as ordered from event_store.event)")) {
            rows.next();
            assertThat(rows.getLong(2)).isEqualTo(1);
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(3));
            assertThat(rows.getBoolean(4)).as("recorded_at never decreases").isTrue();
        }
    }

    @Test
    void judgesEachAppendOfABatchByWhatTheOnesBeforeItLeft() {
        var boundary = Set.of(Tag.of("ticket", UUID.randomUUID().toString()));
        var marker = marker(boundary);

        // Sent in one breath to one engine: they share batches, and still only the first may pass.
        var outcomes = IntStream.range(0, 500)
                .mapToObj(i -> append(engines.getFirst(), boundary, boundary, marker))
                .toList();

        assertThat(accepted(outcomes)).hasSize(1);
        assertThat(outcomes.getFirst()).isCompleted();
    }

    @Test
    void judgesOnlyThoseOfABatchByEachOtherThatMeet() {
        var seat = UUID.randomUUID().toString();
        var before = head();
        // The third is refused because of the first; so the fourth, which it would have stood in the way of, is not.
        var call = new AppendCall(
                UUID.randomUUID(),
                1,
                List.of(
                        wanting(Tag.of("seat", seat + "-a"), Tag.of("seat", seat + "-a")),
                        wanting(Tag.of("seat", seat + "-b"), Tag.of("seat", seat + "-b")),
                        wanting(Tag.of("seat", seat + "-c"), Tag.of("seat", seat + "-a")),
                        wanting(Tag.of("seat", seat + "-d"), Tag.of("seat", seat + "-c"))));

        var verdicts = await(call.execute(pool));

        assertThat(verdicts).containsExactly(before + 1, before + 2, 0L, before + 3);
        assertThat(count(Set.of(Tag.of("seat", seat + "-c")))).isZero();
        assertThat(count(Set.of(Tag.of("seat", seat + "-d")))).isEqualTo(1);
    }

    @Test
    void givesEachOfAGroupOfDecisionsItsOwnBoundary() throws InterruptedException {
        var shared = Tag.of("rules", UUID.randomUUID().toString());
        var own = IntStream.range(0, 50)
                .mapToObj(i -> Tag.of("member", UUID.randomUUID().toString()))
                .toList();
        append(engines.getFirst(), Set.of(shared)).join();
        // Every other carries both tags, and must still be read once.
        own.forEach(tag -> append(engines.getFirst(), own.indexOf(tag) % 2 == 0 ? Set.of(tag) : Set.of(tag, shared))
                .join());
        var read = new ArrayList<CompletableFuture<Long>>();
        var asked = new CountDownLatch(1);

        vertx.getOrCreateContext().runOnContext(now -> {
            own.forEach(tag -> read.add(engines.getFirst()
                    .source(
                            SourcingCondition.conditionFor(EventCriteria.either(
                                    EventCriteria.havingTags(tag), EventCriteria.havingTags(Set.of(shared, tag)))),
                            null)
                    .reduce(0L, (count, entry) -> count + 1)));
            read.add(engines.getFirst()
                    .source(SourcingCondition.conditionFor(EventCriteria.havingTags(shared)), null)
                    .reduce(0L, (count, entry) -> count + 1));
            asked.countDown();
        });

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        // One more each: the head.
        assertThat(read.subList(0, 50))
                .allSatisfy(count ->
                        assertThat(count.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(2));
        assertThat(read.getLast().orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1 + 25 + 1);
    }

    @Test
    void appliesABatchOnceHoweverOftenItIsSent() {
        var tag = Set.of(Tag.of("once", UUID.randomUUID().toString()));
        var pending = PendingAppend.of(AppendCondition.none(), List.of(event(tag)), EngineUnderTest.CONVERTER);
        var call = new AppendCall(UUID.randomUUID(), 1, List.of(pending));

        var first = await(call.execute(pool));
        var again = await(call.execute(pool));

        assertThat(again).isEqualTo(first);
        assertThat(count(tag)).isEqualTo(1);
    }

    @Test
    void refusesABatchThatArrivesAfterALaterOne() {
        var writer = UUID.randomUUID();
        var tag = Set.of(Tag.of("late", UUID.randomUUID().toString()));
        var pending = List.of(PendingAppend.of(AppendCondition.none(), List.of(event(tag)), EngineUnderTest.CONVERTER));
        await(new AppendCall(writer, 2, pending).execute(pool));

        var late = new AppendCall(writer, 1, pending).execute(pool);

        assertThatThrownBy(() -> await(late)).hasMessageContaining("came after batch");
        assertThat(count(tag)).isEqualTo(1);
    }

    @Test
    void doesNotLetASpoiltAppendSpoilItsNeighbours() {
        var tag = Set.of(Tag.of("neighbour", UUID.randomUUID().toString()));
        var engine = engines.getFirst();
        var before = IntStream.range(0, 20).mapToObj(i -> append(engine, tag)).toList();
        var spoilt = engine.appendEvents(AppendCondition.none(), null, List.of(event(Set.of(Tag.of("nul", "a\0b")))));
        var after = IntStream.range(0, 20).mapToObj(i -> append(engine, tag)).toList();

        assertThat(spoilt).isCompletedExceptionally();
        assertThat(accepted(before)).hasSize(20);
        assertThat(accepted(after)).hasSize(20);
    }

    @Test
    void servicesCanNeitherChangeNorRemoveWhatIsRecorded() throws SQLException {
        try (var connection =
                DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password())) {
            for (var sql : List.of(
                    "update event_store.event set payload = ''",
                    "delete from event_store.event",
                    "truncate event_store.event",
                    "delete from event_store.tag",
                    "insert into event_store.tag values ('x', 1)",
                    "delete from event_store.batch",
                    "insert into event_store.namespace values ('eventing', '*')",
                    "select event_store.begin_life()")) {
                assertThatThrownBy(() -> connection.createStatement().execute(sql))
                        .hasMessageContaining("permission denied");
            }
        }
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres")) {
            assertThatThrownBy(() -> owner.createStatement().execute("delete from event_store.event"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void readersSeeEveryPositionInOrderWhileWritersAppend() {
        var tag = Set.of(Tag.of("seen", UUID.randomUUID().toString()));
        long from = head();
        var stream = new TailStreamProbe(engines.get(1), from);
        var outcomes = IntStream.range(0, 3000)
                .mapToObj(i -> append(engines.get(i % 2), tag))
                .toList();

        var positions = accepted(outcomes);

        var seen =
                stream.take(positions.stream().mapToLong(Long::longValue).max().orElseThrow());
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(seen.getFirst(), seen.getLast())
                        .boxed()
                        .toList());
        assertThat(seen).containsAll(positions);
    }

    private static PendingAppend wanting(Tag carried, Tag untouched) {
        var condition = AppendCondition.withCriteria(EventCriteria.havingTags(untouched))
                .withMarker(new GlobalIndexConsistencyMarker(head()));
        return PendingAppend.of(condition, List.of(event(Set.of(carried))), EngineUnderTest.CONVERTER);
    }

    private static long head() {
        return await(engines.getFirst().head());
    }

    private static CompletableFuture<Long> append(PostgresEventStorageEngine engine, Set<Tag> tags) {
        return commit(engine, AppendCondition.none(), tags);
    }

    private static CompletableFuture<Long> append(
            PostgresEventStorageEngine engine, Set<Tag> carried, Set<Tag> required, ConsistencyMarker marker) {
        var condition =
                AppendCondition.withCriteria(EventCriteria.havingTags(required)).withMarker(marker);
        return commit(engine, condition, carried);
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Long> commit(
            PostgresEventStorageEngine engine, AppendCondition condition, Set<Tag> tags) {
        return engine.appendEvents(condition, null, List.of(event(tags)))
                .thenCompose(prepared -> ((AppendTransaction<Long>) prepared).commit(null));
    }

    private static GenericTaggedEventMessage<?> event(Set<Tag> tags) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(new MessageType("test", "Happened", "1"), "payload"), tags);
    }

    private static ConsistencyMarker marker(Set<Tag> boundary) {
        return engines.getFirst()
                .source(SourcingCondition.conditionFor(EventCriteria.havingTags(boundary)), null)
                .reduce(ConsistencyMarker.ORIGIN, (last, entry) -> {
                    var marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    return marker == null ? last : marker;
                })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static long count(Set<Tag> tags) {
        return engines.getFirst()
                        .source(SourcingCondition.conditionFor(EventCriteria.havingTags(tags)), null)
                        .reduce(0L, (count, entry) -> count + 1)
                        .join()
                - 1;
    }

    private static List<Long> accepted(List<CompletableFuture<Long>> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.orTimeout(30, TimeUnit.SECONDS)
                        .handle((position, refusal) -> position)
                        .join())
                .filter(position -> position != null)
                .collect(Collectors.toList());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
