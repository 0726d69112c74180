package io.parvis.eventing.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.IdempotencyKeyReused;
import io.parvis.eventing.command.Precondition;
import io.parvis.eventing.command.VersionMismatch;
import io.parvis.eventing.counter.IncreaseCounter.LimitReached;
import io.parvis.eventing.projection.ParkedEvents;
import io.parvis.eventing.projection.Progress;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands, projections and automations together, on a real database. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class EventingTest {

    @Inject
    Commands commands;

    @Inject
    Progress progress;

    @Inject
    ParkedEvents parked;

    @Inject
    EventReader events;

    @Inject
    PostgresEventStorageEngine engine;

    private final String counter = UUID.randomUUID().toString();

    @Test
    void showsAWriteToWhoeverWaitsForItsPosition() throws SQLException {
        for (int i = 1; i <= 200; i++) {
            var outcome = increase(1);

            assertThat(seen(outcome.position())).isTrue();
            assertThat(total(counter)).isEqualTo(i);
        }
    }

    @Test
    void isNotTalkedIntoHavingSeenWhatDoesNotExist() throws SQLException {
        seen(increase(1).position());
        assertThat(seen(Long.MAX_VALUE)).as("there is nothing to wait for").isTrue();

        for (int i = 2; i <= 50; i++) {
            assertThat(seen(increase(1).position())).isTrue();
            assertThat(total(counter)).isEqualTo(i);
        }
    }

    @Test
    void tellsTheVersionThatDecisionsCompareWhateverTheViewTakesFromAnEvent() throws SQLException {
        increase(1);
        var noticed = new RecordedFacts(engine).record(new CounterNoticed(counter));

        assertThat(seen(noticed)).isTrue();
        var told = number("version", counter);
        assertThat(told).isEqualTo(noticed);
        assertThat(send(context(null, told)).position()).isGreaterThan(noticed);
    }

    @Test
    void decidesOnTheNewestStateUnderARace() throws SQLException {
        var outcomes = IntStream.range(0, 64)
                .mapToObj(i -> commands.send(new IncreaseCounter(counter, 1, 40), context(null, null))
                        .subscribeAsCompletionStage())
                .toList();

        var settled = outcomes.stream()
                .map(outcome ->
                        outcome.handle((done, refused) -> refused == null).join())
                .filter(done -> done)
                .count();

        assertThat(settled).isEqualTo(40);
        assertThat(seen(head(outcomes))).isTrue();
        assertThat(total(counter)).isEqualTo(40);
    }

    @Test
    void hasOneEffectForOneIdempotencyKeyAtOnceFiftyTimes() throws SQLException {
        var once = Idempotency.reaction("key-" + counter, "digest");

        var outcomes = IntStream.range(0, 50)
                .mapToObj(i -> commands.send(new IncreaseCounter(counter, 7, 1000), context(once, null))
                        .subscribeAsCompletionStage())
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).filteredOn(outcome -> !outcome.replayed()).hasSize(1);
        assertThat(outcomes)
                .extracting(CommandOutcome::position)
                .containsOnly(outcomes.getFirst().position());
        assertThat(seen(outcomes.getFirst().position())).isTrue();
        assertThat(total(counter)).isEqualTo(7);
    }

    @Test
    void refusesAnIdempotencyKeyThatComesWithAnotherRequest() {
        send(context(Idempotency.reaction("reused-" + counter, "one"), null));

        assertThatThrownBy(() -> send(context(Idempotency.reaction("reused-" + counter, "other"), null)))
                .hasCauseInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void keepsNothingOfARefusedCommandUnderItsKey() {
        var once = Idempotency.reaction("later-" + counter, "digest");
        assertThatThrownBy(() -> carryOut(new IncreaseCounter(counter, 5, 1), context(once, null)))
                .hasCauseInstanceOf(LimitReached.class);

        var outcome = carryOut(new IncreaseCounter(counter, 5, 10), context(once, null));

        assertThat(outcome.replayed()).isFalse();
    }

    @Test
    void refusesAStaleVersion() {
        var version = increase(1).position();
        increase(1);

        assertThatThrownBy(() -> send(context(null, version))).hasCauseInstanceOf(VersionMismatch.class);
    }

    @Test
    void acceptsTheNewestVersion() {
        increase(1);
        var version = increase(1).position();

        assertThat(send(context(null, version)).position()).isGreaterThan(version);
    }

    @Test
    void recordsWhereEventsComeFrom() {
        var outcome = send(new CommandContext("corr", "cause", "key:me", null, null));

        var recorded = events.at(outcome.position()).toCompletableFuture().join();
        assertThat(recorded.metadata())
                .containsEntry("correlationId", "corr")
                .containsEntry("causationId", "cause")
                .containsEntry("principal", "key:me");
    }

    @Test
    void reactsOnceThoughTheReactionFailedAfterItsEffect() throws SQLException {
        var outcome = increase(10);

        assertThat(progress.seen(outcome.position(), 15_000)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isTrue();
        assertThat(total(counter + "-tens")).isEqualTo(1);
    }

    @Test
    void parksWhatItCannotHandleWithAllThatFollowsInItsSequenceAndGoesOnWithTheRest() throws SQLException {
        assertThat(seen(increase(1).position())).isTrue();
        CounterProjection.BROKEN.add(counter);
        increase(2);
        increase(3);
        var other = UUID.randomUUID().toString();
        carryOut(new IncreaseCounter(other, 5, 100), context(null, null));

        await().atMost(Duration.ofSeconds(40)).until(() -> total(other) == 5);
        var mine = parkedOfMine();
        assertThat(mine).hasSize(2);
        assertThat(mine.getFirst().reason()).contains("broken");
        assertThat(total(counter)).isEqualTo(1);

        CounterProjection.BROKEN.remove(counter);
        parked.retry("test.counters", mine.getFirst().sequence()).await().atMost(Duration.ofSeconds(10));

        assertThat(parkedOfMine()).isEmpty();
        assertThat(total(counter)).isEqualTo(6);
        var last = increase(4);
        assertThat(seen(last.position())).isTrue();
        assertThat(total(counter)).isEqualTo(10);
    }

    @Test
    void handlesEveryEventOfASequenceThoughManyComeInOneBatch() throws SQLException {
        var others = IntStream.range(0, 5).mapToObj(i -> counter + i).toList();
        for (int round = 0; round < 5; round++) {
            letManyComeTogether(others);
        }

        assertThat(seen(increase(1).position())).isTrue();
        assertThat(total(counter)).isEqualTo(5 * 12 + 1);
        for (var other : others) {
            assertThat(total(other)).isEqualTo(5 * 12);
        }
    }

    /** No batch can begin while somebody else holds its token. */
    private void letManyComeTogether(List<String> others) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from processor_token where processor = 'test.counters' for update");
            for (int i = 0; i < 12; i++) {
                increase(1);
                others.forEach(other -> carryOut(new IncreaseCounter(other, 1, 100_000), context(null, null)));
            }
            connection.commit();
        }
    }

    @Test
    void findsTheCulpritWhereTheDatabaseRefusesAWholeBatch() throws SQLException {
        carryOut(new IncreaseCounter(counter, 999, 100_000), context(null, null));
        carryOut(new IncreaseCounter(counter, 999, 100_000), context(null, null));

        await().atMost(Duration.ofSeconds(40)).until(() -> !parkedOfMine().isEmpty());

        assertThat(total(counter)).isEqualTo(999);
        parked.discard("test.counters", counter).await().atMost(Duration.ofSeconds(10));
        assertThat(parkedOfMine()).isEmpty();
    }

    private List<ParkedEvents.ParkedEvent> parkedOfMine() {
        return parked.list().await().atMost(Duration.ofSeconds(10)).stream()
                .filter(event -> event.sequence().equals(counter))
                .toList();
    }

    private CommandOutcome increase(int by) {
        return carryOut(new IncreaseCounter(counter, by, 100_000), context(null, null));
    }

    private CommandOutcome send(CommandContext context) {
        return carryOut(new IncreaseCounter(counter, 1, 100_000), context);
    }

    private CommandOutcome carryOut(IncreaseCounter command, CommandContext context) {
        return commands.send(command, context).subscribeAsCompletionStage().join();
    }

    private boolean seen(long position) {
        return progress.seen(position, 2000)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static long head(List<CompletableFuture<CommandOutcome>> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.isCompletedExceptionally())
                .mapToLong(outcome -> outcome.join().position())
                .max()
                .orElseThrow();
    }

    private static CommandContext context(Idempotency once, Long version) {
        return new CommandContext(
                "correlation", "causation", "key:test", once, version == null ? null : Precondition.versionIs(version));
    }

    private static int total(String counter) throws SQLException {
        return (int) number("total", counter);
    }

    private static long number(String column, String counter) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var query = connection.prepareStatement("select " + column + " from counter where counter_id = ?")) {
            query.setString(1, counter);
            var row = query.executeQuery();
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
