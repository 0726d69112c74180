package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.Commands;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.ShortTimeoutSessions;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An automation's effect takes as long as it takes: longer than a session may be idle, longer than a claim lasts. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class LongEffectsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int IDLE_MILLIS = 300;
    private static final Duration CLAIM = Duration.ofMillis(800);

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    EventConverter converter;

    @Inject
    Commands commands;

    @Inject
    RebuiltViews views;

    @Inject
    ViewTransactions transactions;

    @Inject
    EventReader events;

    @Inject
    @EventStoreDatabase
    Pool pool;

    @Inject
    Vertx vertx;

    private final String thing = UUID.randomUUID().toString();
    private final ShortTimeouts settings = new ShortTimeouts(1, 3, 50, CLAIM, Duration.ofMillis(50));
    private final Working automation = new Working("test.working-" + thing, thing);
    private final List<AxonConfiguration> running = new ArrayList<>();
    private final List<StreamProcessors> processors = new ArrayList<>();
    private ShortTimeoutSessions impatient;

    @Event(namespace = "test", name = "WorkWanted", version = "1")
    record WorkWanted(@EventTag(key = "work") String thing) {}

    /** Found by no container: it runs only where a test starts it. */
    static final class Working implements Automation {

        private final String name;
        private final String thing;
        private final List<Long> begun = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile boolean given;

        Working(String name, String thing) {
            this.name = name;
            this.thing = thing;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String sequencedBy() {
            return "work";
        }

        @EventHandler
        Uni<?> on(WorkWanted event, RecordedEvent recorded) {
            if (!event.thing().equals(thing)) {
                return Uni.createFrom().voidItem();
            }
            begun.add(recorded.position());
            return Uni.createFrom()
                    .completionStage(end.thenApply(ended -> ended))
                    .onCancellation()
                    .invoke(() -> given = true);
        }
    }

    /** Keeps nothing; it is there to be waited for. */
    static final class Viewing implements Projection {

        private final String name;

        Viewing(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String sequencedBy() {
            return "work";
        }

        @EventHandler
        void on(WorkWanted event) {}
    }

    @BeforeEach
    void nobodyMayBeIdleForLong() {
        impatient = new ShortTimeoutSessions("eventing", IDLE_MILLIS);
    }

    @AfterEach
    void stop() {
        automation.end.complete(null);
        running.forEach(AxonConfiguration::shutdown);
        impatient.close();
    }

    @Test
    void isHadOnceThoughItTakesLongerThanASessionMayBeIdle() throws SQLException {
        start(automation);
        long position = new RecordedFacts(engine).record(new WorkWanted(thing));
        await().atMost(TIMEOUT).until(() -> !automation.begun.isEmpty());

        endAfter(Duration.ofMillis(3 * IDLE_MILLIS));

        await().atMost(TIMEOUT).until(() -> token() >= position);
        assertThat(automation.begun).containsExactly(position);
        assertThat(number("select count(*) from failed_event where processor = ?"))
                .isZero();
    }

    @Test
    void holdsNoTransactionMeanwhile() throws SQLException {
        start(automation);
        new RecordedFacts(engine).record(new WorkWanted(thing));

        await().atMost(TIMEOUT).until(() -> !automation.begun.isEmpty());

        assertThat(number("select count(*) from (select from processor_token where processor = ? for update nowait) t"))
                .isEqualTo(1);
    }

    @Test
    void keepsItsClaimMeanwhile() throws SQLException {
        start(automation);
        var rival = new Working(automation.name(), thing);
        new RecordedFacts(engine).record(new WorkWanted(thing));
        await().atMost(TIMEOUT).until(() -> !automation.begun.isEmpty());

        start(rival);
        endAfter(CLAIM.multipliedBy(4));

        await().atMost(TIMEOUT).until(automation.end::isDone);
        assertThat(rival.begun).isEmpty();
        rival.end.complete(null);
    }

    @Test
    void keepsNoOtherProcessorWaiting() {
        var many = IntStream.range(0, 8)
                .mapToObj(i -> new Working(automation.name() + i, thing))
                .toList();
        var quick = new Working("test.quick-" + thing, "of no other");
        var all = new ArrayList<StreamHandler>(many);
        var view = new Viewing("test.view-" + thing);
        all.add(quick);
        all.add(view);
        start(all.toArray(StreamHandler[]::new));
        var facts = new RecordedFacts(engine);
        facts.record(new WorkWanted(thing));
        await().atMost(TIMEOUT).until(() -> many.stream().noneMatch(one -> one.begun.isEmpty()));

        long position = facts.record(new WorkWanted("viewed"));
        long ofAutomation = facts.record(new WorkWanted("another"));

        await().atMost(TIMEOUT).until(() -> token(view.name()) >= position);
        await().atMost(TIMEOUT).until(() -> token(quick.name()) >= ofAutomation);
        many.forEach(one -> one.end.complete(null));
    }

    @Test
    void isHadAfterAllWhereItWasParked() throws SQLException {
        long position = new RecordedFacts(engine).record(new WorkWanted(thing));
        failedTooOften(position);
        start(automation);
        await().atMost(TIMEOUT).until(() -> token() >= position);
        assertThat(automation.begun).isEmpty();

        endAfter(Duration.ofMillis(3 * IDLE_MILLIS));
        int had = new ParkedEvents(transactions, processors.getFirst(), events)
                .retry(automation.name(), thing)
                .await()
                .atMost(TIMEOUT);

        assertThat(had).isEqualTo(1);
        assertThat(automation.begun).containsExactly(position);
        assertThat(number("select count(*) from parked_event where processor = ?"))
                .isZero();
    }

    /** Whoever stops waits for no effect: it is had again by whoever claims the segment next. */
    @Test
    void isGivenUpWhereTheProcessStops() throws SQLException {
        start(automation);
        long position = new RecordedFacts(engine).record(new WorkWanted(thing));
        await().atMost(TIMEOUT).until(() -> !automation.begun.isEmpty());

        processors.getFirst().cancelEffects();
        var stopped = CompletableFuture.runAsync(() -> running.removeFirst().shutdown());

        assertThat(stopped).succeedsWithin(TIMEOUT);
        assertThat(automation.given).as("cancelled").isTrue();
        assertThat(number("select count(*) from failed_event where processor = ?"))
                .isZero();
        automation.end.complete(null);
        start(automation);
        await().atMost(TIMEOUT).until(() -> token() >= position);
        assertThat(automation.begun).containsExactly(position, position);
    }

    private void failedTooOften(long position) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var failed = connection.prepareStatement(
                        "insert into failed_event (processor, position, attempts, last_error) values (?, ?, 3,"
                                + " 'broken')")) {
            failed.setString(1, automation.name());
            failed.setLong(2, position);
            failed.executeUpdate();
        }
    }

    private void endAfter(Duration time) {
        vertx.setTimer(time.toMillis(), tick -> automation.end.complete(null));
    }

    private void start(StreamHandler... handlers) {
        var tokens = new ViewTokenStore(transactions, new SegmentOwner(settings), settings, views);
        var these = new StreamProcessors(
                List.of(handlers),
                transactions,
                tokens,
                new DeadLetterQueue(transactions, settings),
                new Progress(new ProgressQuery(pool), vertx),
                commands,
                converter,
                settings);
        running.add(Replicas.started(engine, converter, tokens, these));
        processors.add(these);
    }

    private long token() throws SQLException {
        return token(automation.name());
    }

    private static long token(String processor) throws SQLException {
        return number("select coalesce(max(position), -1) from processor_token where processor = ?", processor);
    }

    private long number(String query) throws SQLException {
        return number(query, automation.name());
    }

    private static long number(String query, String parameter) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var prepared = connection.prepareStatement(query)) {
            prepared.setString(1, parameter);
            var rows = prepared.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
