package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.testing.ShorterLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A living process whose log comes back shorter, and goes on with others: it holds nothing of the dead line. */
@org.junit.jupiter.api.Tag("slow")
class ShorterLogTest {

    private static final int CUT = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static ShorterLog log;
    private static Vertx vertx;

    /** It lived before the cut. */
    private PostgresEventStorageEngine living;

    /** Whoever else appends; it has known nothing. */
    private PostgresEventStorageEngine other;

    private final Tag tag = Tag.of("line", UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        log = new ShorterLog();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        log.close();
    }

    @BeforeEach
    void open() {
        living = engine();
        other = engine();
        record(living, 10, Tag.of("before", "all"));
    }

    @AfterEach
    void close() {
        living.close();
        other.close();
    }

    @Test
    void aStreamTellsItsReaderInsteadOfGoingOnWithOthers() throws SQLException {
        var reader = new Reader(living, head());
        var dead = record(living, CUT, tag);
        reader.await(dead);

        log.cut(CUT);
        var others = record(other, 30, tag);

        assertThat(reader.await(others)).endsWith(others.toArray(String[]::new));
    }

    /** More of them than were lost, so that the place of every stream is there again. */
    @Test
    void aStreamTellsItsReaderThoughItsPlaceIsThereAgain() throws SQLException {
        var reader = new Reader(living, head());
        reader.await(record(living, CUT, tag));

        log.cut(CUT);
        var others = record(other, 2 * CUT, tag);

        assertThat(reader.await(others)).endsWith(others.toArray(String[]::new));
    }

    @Test
    void theWindowOfNewEventsHoldsNoneOfTheDeadLine() throws SQLException {
        long before = head();
        new Reader(living, before).await(record(living, CUT, tag));

        log.cut(CUT);
        var others = record(other, 30, tag);

        assertThat(new Reader(living, before).await(others)).isEqualTo(others);
    }

    @Test
    void whatWasDecidedOnMoreThanThereIsIsRefused() throws SQLException {
        record(living, CUT, Tag.of("some", "others"));
        var marker = marker(living);

        log.cut(CUT);
        record(other, 1, tag);

        assertThat(isRefused(living, marker)).isTrue();
    }

    @Test
    void whatWasDecidedOnAnEventThatIsAnotherByNowIsRefused() throws SQLException {
        record(living, CUT, Tag.of("some", "others"));
        var marker = marker(living);

        log.cut(CUT);
        record(other, 1, tag);
        record(other, 2 * CUT, Tag.of("some", "others"));

        assertThat(isRefused(living, marker)).isTrue();
    }

    @Test
    void whatWasDecidedOnWhatIsLeftIsNotRefused() throws SQLException {
        var marker = marker(living);
        record(living, CUT, Tag.of("some", "others"));

        log.cut(CUT);
        record(other, 2 * CUT, Tag.of("some", "others"));

        assertThat(isRefused(living, marker)).isFalse();
    }

    @Test
    void theReleaseBeforeIsHeldToTheHeadAlone() throws SQLException {
        var beyond = """
            select (event_store.append(gen_random_uuid(), 1, 1, '{1}', array[gen_random_uuid()], '{eventing.Test}', '{1}',
              array['{}'::bytea], array['{}'::bytea], '{"{}"}', array[now()], '{1}', array[%s], '{"{}"}', '{"{}"}'))[1]\
            """;
        long head = head();

        log.execute("insert into event_store.namespace values ('postgres', '*') on conflict do nothing");

        assertThat(log.ask(beyond.formatted("%d::bigint".formatted(head + 1)))).isEqualTo("0");
        assertThat(log.ask(beyond.formatted("%d::bigint".formatted(head)))).isEqualTo(Long.toString(head + 1));
    }

    @Test
    void aBatchThatTheStoreHasForgottenIsRecordedOnce() throws SQLException {
        var writer = UUID.randomUUID();
        var pool = EngineUnderTest.pool(vertx, log.configFor("eventing"));
        var batch = List.of(PendingAppend.of(AppendCondition.none(), List.of(event(tag)), EngineUnderTest.CONVERTER));
        answer(new AppendCall(writer, 6, batch).execute(pool));
        var call = new AppendCall(
                writer,
                7,
                List.of(PendingAppend.of(AppendCondition.none(), List.of(event(tag)), EngineUnderTest.CONVERTER)));
        answer(call.execute(pool));

        log.cut(1);
        record(other, 1, Tag.of("some", "others"));
        var again = answer(call.execute(pool));
        var onceMore = answer(call.execute(pool));

        assertThat(again).containsExactly(head());
        assertThat(onceMore).isEqualTo(again);
        assertThat(sourced(other)).hasSize(2);
    }

    @Test
    void decisionsReadWhatStandsWhereOthersStood() throws SQLException {
        record(living, CUT, tag);
        assertThat(sourced(living)).hasSize(CUT);

        log.cut(CUT);
        var others = record(other, 30, tag);

        Awaitility.await()
                .atMost(TIMEOUT)
                .ignoreException(CompletionException.class)
                .untilAsserted(() -> assertThat(sourced(living)).isEqualTo(others));
    }

    /** An If-Match of the dead line names positions of the life that has ended. */
    @Test
    void nothingIsDecidedInALifeThatHasEnded() throws SQLException {
        record(living, CUT, tag);
        var before = living.life().id();

        log.cut(CUT);
        record(other, 2 * CUT, tag);

        assertThat(sourcedOrNot(living)).isInstanceOf(AnotherLifeException.class);
        assertThat(living.life().id()).isNotEqualTo(before);
        assertThat(sourced(living)).hasSize(2 * CUT);
    }

    @Test
    void aLifeIsEndedOnceHoweverManyMissSomething() throws SQLException {
        var another = engine();
        var reader = new Reader(another, head());
        new Reader(living, head());
        new Reader(other, head());
        var dead = record(living, CUT, tag);
        reader.await(dead);
        var before = life();

        log.cut(CUT);
        record(other, 2 * CUT, tag);

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(List.of(living, another, other))
                        .extracting(engine -> engine.life().id().toString())
                        .containsOnly(life())
                        .doesNotContain(before));
        another.close();
        assertThat(log.ask("select event_store.end_life('%s', 1, gen_random_uuid())".formatted(before)))
                .as("whose life is over ends no other")
                .isEqualTo(life());
    }

    /** The end of the life was itself lost. */
    @Test
    void aLifeThatComesBackEndsAgain() throws SQLException {
        var reader = new Reader(living, head());
        record(living, CUT, tag);
        var before = life();
        log.cut(CUT);
        Awaitility.await().atMost(TIMEOUT).until(() -> !life().equals(before));
        reader.await(record(other, 1, tag));

        log.execute("update event_store.life set life = '%s'".formatted(before));

        Awaitility.await().atMost(TIMEOUT).until(() -> !life().equals(before));
        Awaitility.await().atMost(TIMEOUT).until(() -> living.life().id().toString(), id -> id.equals(life()));
    }

    @Test
    void noLifeEndsWhileTheEventIsThere() throws SQLException {
        var before = life();

        log.ask("select event_store.end_life('%s', position, id) from event_store.event limit 1".formatted(before));
        log.ask("select event_store.end_life('%s', 0, null)".formatted(before));
        log.ask("select event_store.end_life('%s', 1000000, null)".formatted(before));

        assertThat(life()).isEqualTo(before);
    }

    /** Takes what comes the way a processor does: where it is told that its stream is dead, it begins again from before. */
    private static final class Reader {

        private final PostgresEventStorageEngine engine;
        private final long from;
        private final List<String> ids = new ArrayList<>();
        private MessageStream<EventMessage> stream;

        Reader(PostgresEventStorageEngine engine, long from) {
            this.engine = engine;
            this.from = from;
            this.stream = open();
        }

        private MessageStream<EventMessage> open() {
            return engine.stream(StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(from)), null);
        }

        List<String> await(List<String> wanted) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> {
                        take();
                        assertThat(ids).containsAll(wanted);
                    });
            return ids;
        }

        private void take() {
            try {
                for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                    ids.add(next.get().message().identifier());
                }
            } catch (RuntimeException dead) {
                stream.close();
                ids.clear();
                stream = open();
            }
        }
    }

    private PostgresEventStorageEngine engine() {
        var engine = EngineUnderTest.engine(vertx, EngineUnderTest.database(log.configFor("eventing")));
        answer(engine.life().learn());
        return engine;
    }

    private static String life() {
        return ask("select life from event_store.life");
    }

    private static String ask(String query) {
        try {
            return log.ask(query);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static long head() {
        return Long.parseLong(ask("select coalesce(max(position), 0) from event_store.event"));
    }

    private static List<String> record(PostgresEventStorageEngine engine, int events, Tag tag) {
        var recorded = IntStream.range(0, events).mapToObj(i -> event(tag)).toList();
        var commits = recorded.stream()
                .map(event -> commit(engine, AppendCondition.none(), event))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(commits).orTimeout(10, TimeUnit.SECONDS).join();
        return recorded.stream().map(event -> event.event().identifier()).toList();
    }

    private static GenericTaggedEventMessage<?> event(Tag tag) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(new MessageType("test", "Happened", "1"), "payload"), Set.of(tag));
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Long> commit(
            PostgresEventStorageEngine engine, AppendCondition condition, GenericTaggedEventMessage<?> event) {
        return engine.appendEvents(condition, null, List.of(event))
                .thenCompose(prepared -> ((AppendTransaction<Long>) prepared).commit(null));
    }

    private boolean isRefused(PostgresEventStorageEngine engine, ConsistencyMarker marker) {
        var condition =
                AppendCondition.withCriteria(EventCriteria.havingTags(tag)).withMarker(marker);
        try {
            commit(engine, condition, event(tag))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            return false;
        } catch (CompletionException failed) {
            assertThat(failed).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
            return true;
        }
    }

    private ConsistencyMarker marker(PostgresEventStorageEngine engine) {
        return engine.source(SourcingCondition.conditionFor(EventCriteria.havingTags(tag)), null)
                .reduce(ConsistencyMarker.ORIGIN, (last, entry) -> {
                    var marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    return marker == null ? last : marker;
                })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private Throwable sourcedOrNot(PostgresEventStorageEngine engine) {
        try {
            sourced(engine);
            throw new AssertionError("It was read");
        } catch (CompletionException failed) {
            return failed.getCause();
        }
    }

    private List<String> sourced(PostgresEventStorageEngine engine) {
        return engine.source(SourcingCondition.conditionFor(EventCriteria.havingTags(tag)), null)
                .reduce(new ArrayList<String>(), (ids, entry) -> {
                    if (entry.message() != TerminalEventMessage.INSTANCE) {
                        ids.add(entry.message().identifier());
                    }
                    return ids;
                })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static <T> T answer(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
