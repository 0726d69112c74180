package io.parvis.eventing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.event.EventType;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.ParvisDatabase;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever sends a position waits for the views that are read, and looks with all others who wait. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(ParvisDatabase.class)
class SharedProgressQueryTest {

    private static final long A_WHILE_MILLIS = 1_000;
    private static final Duration LONGER = Duration.ofSeconds(20);

    @Inject
    Positions positions;

    @Inject
    Progress progress;

    @Inject
    PostgresEventStorageEngine engine;

    @Inject
    @EventStoreDatabase
    Pool pool;

    @Inject
    Vertx vertx;

    /** As {@code test.counters} and {@code test.tens} handle it. */
    @Event(namespace = "test", name = "CounterIncreased", version = "1")
    record Increased(@EventTag(key = "counter") String counterId, int by) {}

    @Event(namespace = "test", name = "CounterOpened", version = "1")
    record Opened(@EventTag(key = "counter") String counterId) {}

    @Test
    void theHeadIsToldAlsoWhereNobodyElseWaits() {
        var position =
                new RecordedFacts(engine).record(new Opened(UUID.randomUUID().toString()));

        var head = progress.head(LONGER.toMillis())
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(head).isGreaterThanOrEqualTo(position);
    }

    @Test
    void aProcessorThatIsHeldKeepsNoReadOfAnotherViewWaiting() throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(), "eventing", TestDatabase.password());
                var holding = connection.createStatement()) {
            connection.setAutoCommit(false);
            holding.execute("select from processor_token where processor = 'test.tens' for update");
            var counter = UUID.randomUUID().toString();
            var facts = new RecordedFacts(engine);
            facts.record(new Opened(counter));
            var mark = positions.mark(facts.record(new Increased(counter, 1)));

            positions.reached(mark, Set.of("test.counters")).await().atMost(LONGER);

            assertThatThrownBy(() -> positions
                            .reached(mark, Set.of("test.counters", "test.tens"))
                            .await()
                            .atMost(LONGER))
                    .isInstanceOf(NotCaughtUp.class);
            connection.rollback();
        }
    }

    @Test
    void aHundredWhoWaitAskTheDatabaseAsOftenAsOne() {
        int ofOne = looksOf(1);

        int ofMany = looksOf(100);

        assertThat(ofMany).isBetween(1, 2 * ofOne);
    }

    /** As over a connection that is mute: the next look takes another. */
    @Test
    void aLookThatIsNotAnsweredKeepsNobodyWaiting() {
        var looks = new AtomicInteger();
        var progress = new Progress(new ProgressQuery(muteAtFirst(looks)), vertx);

        var head = progress.head(LONGER.toMillis()).toCompletionStage().toCompletableFuture();

        assertThat(head).succeedsWithin(Duration.ofSeconds(5));
        assertThat(looks).hasValueGreaterThan(1);
    }

    private Pool muteAtFirst(AtomicInteger looks) {
        return (Pool) Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {Pool.class},
                (proxy, method, arguments) -> looks.incrementAndGet() == 1
                        ? neverAnswered(method.getReturnType())
                        : method.invoke(pool, arguments));
    }

    private static Object neverAnswered(Class<?> query) {
        return Proxy.newProxyInstance(
                query.getClassLoader(),
                new Class<?>[] {query},
                (proxy, method, arguments) -> Promise.promise().future());
    }

    /** They wait for a processor that never begins. */
    private int looksOf(int waiters) {
        var looks = new AtomicInteger();
        var progress = new Progress(new ProgressQuery(counting(looks)), vertx);
        progress.follow(
                new RivalProcessorsTest.Seen("test.never"),
                Set.of(EventType.of(Increased.class).qualifiedName()));

        var waiting = IntStream.range(0, waiters)
                .mapToObj(i -> progress.seen(1, A_WHILE_MILLIS))
                .toList();

        assertThat(Future.all(waiting).toCompletionStage().toCompletableFuture())
                .succeedsWithin(LONGER);
        assertThat(waiting).noneMatch(Future::result);
        return looks.get();
    }

    private Pool counting(AtomicInteger looks) {
        return (Pool) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Pool.class}, (proxy, method, arguments) -> {
                    looks.incrementAndGet();
                    return method.invoke(pool, arguments);
                });
    }
}
