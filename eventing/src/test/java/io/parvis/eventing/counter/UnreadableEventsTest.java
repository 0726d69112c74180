package io.parvis.eventing.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.projection.ParkedEvents;
import io.parvis.eventing.projection.ParkedEvents.ParkedEvent;
import io.parvis.eventing.testing.HandWrittenRows;
import io.parvis.eventing.testing.HandWrittenRows.Row;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event that nobody can read is the trouble of those who need it, and of nobody else. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class UnreadableEventsTest {

    private static final String INCREASED = "test.CounterIncreased";
    private static final String METADATA = "{\"correlationId\":\"c\",\"causationId\":\"c\"}";
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    @Inject
    Commands commands;

    @Inject
    ParkedEvents parked;

    @Inject
    Vertx vertx;

    private final String counter = UUID.randomUUID().toString();
    private final String tag = "counter=" + counter;
    private final String payload = "{\"counterId\":\"" + counter + "\",\"by\":5}";

    /** What can be wrong with an event that a view wants, each by itself. */
    private enum Fault {
        AN_UPCASTER_THAT_FAILS,
        A_PAYLOAD_THAT_IS_NO_JSON,
        A_PAYLOAD_OF_ANOTHER_SHAPE,
        A_PAYLOAD_THAT_IS_NULL,
        AN_OLD_PAYLOAD_THAT_IS_NO_OBJECT,
        AN_EMPTY_PAYLOAD,
        METADATA_THAT_IS_NO_JSON,
        METADATA_THAT_IS_A_LIST,
        METADATA_WITH_MORE_THAN_TEXTS,
        METADATA_THAT_IS_NULL,
        A_TAG_WITHOUT_A_VALUE,
        A_VERSION_THAT_IS_NO_NUMBER,
        A_VERSION_WITH_A_POINT;

        private static final String OLD = CounterIncreasedFromBroken.BROKEN;

        Row of(String payload, String tag) {
            return switch (this) {
                case AN_UPCASTER_THAT_FAILS -> new Row(INCREASED, OLD, payload, METADATA, tag);
                case A_PAYLOAD_THAT_IS_NO_JSON -> new Row(INCREASED, "1", "{\"counterId\":", METADATA, tag);
                case A_PAYLOAD_OF_ANOTHER_SHAPE ->
                    new Row(INCREASED, "1", "{\"counterId\":\"x\",\"by\":{}}", METADATA, tag);
                case A_PAYLOAD_THAT_IS_NULL -> new Row(INCREASED, "1", "null", METADATA, tag);
                case AN_OLD_PAYLOAD_THAT_IS_NO_OBJECT -> new Row(INCREASED, OLD, "[1]", METADATA, tag);
                case AN_EMPTY_PAYLOAD -> new Row(INCREASED, "1", "", METADATA, tag);
                case METADATA_THAT_IS_NO_JSON -> new Row(INCREASED, "1", payload, "{\"corr", tag);
                case METADATA_THAT_IS_A_LIST -> new Row(INCREASED, "1", payload, "[\"c\"]", tag);
                case METADATA_WITH_MORE_THAN_TEXTS -> new Row(INCREASED, "1", payload, "{\"correlationId\":{}}", tag);
                case METADATA_THAT_IS_NULL -> new Row(INCREASED, "1", payload, "null", tag);
                case A_TAG_WITHOUT_A_VALUE -> new Row(INCREASED, "1", payload, METADATA, tag, "counter");
                case A_VERSION_THAT_IS_NO_NUMBER -> new Row(INCREASED, "newest", payload, METADATA, tag);
                case A_VERSION_WITH_A_POINT -> new Row(INCREASED, "1.0", payload, METADATA, tag);
            };
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isParkedInItsSequenceWhileTheRestGoesOn(Object fault) throws SQLException {
        increase(counter);
        long broken = HandWrittenRows.append(((Fault) fault).of(payload, tag));
        var other = UUID.randomUUID().toString();
        increase(other);

        await().atMost(TIMEOUT).until(() -> total(other) == 1);
        await().atMost(TIMEOUT).until(() -> !parkedOfMine().isEmpty());

        assertThat(parkedOfMine()).extracting(ParkedEvent::position).containsExactly(broken);
        assertThat(total(counter)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void failsTheCommandsThatNeedItAndNoOthers(Object fault) {
        HandWrittenRows.append(((Fault) fault).of(payload, tag));
        var wanted = new ArrayList<String>();
        IntStream.range(0, 60)
                .forEach(i ->
                        wanted.add(i % 20 == 10 ? counter : UUID.randomUUID().toString()));

        var outcomes = togetherOnOneLoop(wanted);

        for (int i = 0; i < wanted.size(); i++) {
            assertThat(failed(outcomes.get(i)))
                    .as("%d", i)
                    .isEqualTo(wanted.get(i).equals(counter));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOfNobody")
    void doesNotEvenSlowDownWhatDoesNotWantIt(Object row) throws SQLException {
        HandWrittenRows.append((Row) row);

        increase(counter);

        await().atMost(TIMEOUT).until(() -> total(counter) == 1);
    }

    @Test
    void isHandledOnceItCanBeRead() throws SQLException {
        increase(counter);
        long broken = HandWrittenRows.append(Fault.A_PAYLOAD_THAT_IS_NO_JSON.of(payload, tag));
        await().atMost(TIMEOUT).until(() -> !parkedOfMine().isEmpty());
        mend(broken);

        parked.retry("test.counters", counter).await().atMost(Duration.ofSeconds(10));

        assertThat(parkedOfMine()).isEmpty();
        assertThat(total(counter)).isEqualTo(6);
    }

    static Stream<Object> faults() {
        return Stream.of((Object[]) Fault.values());
    }

    static Stream<Object> rowsOfNobody() {
        return Stream.of(
                new Row("test.NobodyKnowsThis", "1", "{}", METADATA, "nobody=1"),
                new Row("", "1", "{}", METADATA, "nobody=2"),
                new Row("   ", "1", "{}", METADATA, "nobody=3"),
                new Row("no-namespace", "1", "{}", METADATA, "nobody=4"),
                new Row("a..b.", "1", "{}", METADATA, "nobody=5"),
                new Row("test.NobodyKnowsThis", "", "{}", METADATA, "nobody=6"),
                new Row("test.NobodyKnowsThis", "1", "\u0001", "\u0001", "nobody"),
                new Row("test.NobodyKnowsThis", "1", "{}", METADATA, "=", "==", "%=x"));
    }

    private List<CompletableFuture<CommandOutcome>> togetherOnOneLoop(List<String> counters) {
        var sent = new CompletableFuture<List<CompletableFuture<CommandOutcome>>>();
        vertx.runOnContext(now -> sent.complete(counters.stream()
                .map(one -> commands.send(new IncreaseCounter(one, 1, 1000), context())
                        .subscribeAsCompletionStage())
                .toList()));
        return sent.join();
    }

    private static boolean failed(CompletableFuture<CommandOutcome> outcome) {
        return outcome.handle((done, failure) -> failure != null).join();
    }

    private void increase(String counter) {
        commands.send(new IncreaseCounter(counter, 1, 1000), context())
                .subscribeAsCompletionStage()
                .join();
    }

    private static CommandContext context() {
        return new CommandContext("correlation", "causation", "key:test", null, null);
    }

    private List<ParkedEvent> parkedOfMine() {
        return parked.list().await().atMost(Duration.ofSeconds(10)).stream()
                .filter(event -> event.processor().equals("test.counters"))
                .filter(event -> event.sequence().equals(counter))
                .toList();
    }

    private static int total(String counter) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var query = connection.prepareStatement("select total from counter where counter_id = ?")) {
            query.setString(1, counter);
            var row = query.executeQuery();
            return row.next() ? row.getInt(1) : -1;
        }
    }

    /** What the database refuses to everybody but its owner. */
    private void mend(long position) throws SQLException {
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update event_store.event set payload = convert_to('%s', 'UTF8') where position = %d"
                    .formatted(payload, position));
        }
    }
}
