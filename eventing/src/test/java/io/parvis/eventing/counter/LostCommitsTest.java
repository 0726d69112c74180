package io.parvis.eventing.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.projection.Positions;
import io.parvis.eventing.testing.ShorterLog;
import io.parvis.eventing.testing.ShorterLogDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** PostgreSQL is killed before it has flushed what it acknowledged: log, views and tokens go back together, the process not. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ShorterLogDatabase.class, restrictToAnnotatedClass = true)
class LostCommitsTest {

    private static final int EVENTS = 150;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Inject
    Commands commands;

    @Inject
    Positions positions;

    private final ShorterLog log = ShorterLogDatabase.log();
    private final String kept = UUID.randomUUID().toString();
    private final String lost = UUID.randomUUID().toString();
    private final String others = UUID.randomUUID().toString();

    @RepeatedTest(3)
    void whatTheProcessShowsIsWhatTheLogHolds() throws Exception {
        available(kept, 10);
        awaitThat(kept);
        log.execute("checkpoint");
        log.flushLate();
        long head = increase(lost, EVENTS);
        increase(kept, EVENTS);
        awaitThat(kept);
        var mark = positions.mark(head);

        assertThat(log.crash()).as("something was lost").isLessThan(head);
        available(others, 10);
        increase(others, 2 * EVENTS);
        available(kept, 10);

        for (var counter : Set.of(kept, lost, others, kept + "-tens", others + "-tens")) {
            awaitThat(counter);
        }
        assertThat(ask("select count(*) from event_store.readable_event where name = 'test.CounterIncreased'"
                        + " and payload->>'counterId' = '%s-tens'".formatted(others)))
                .isEqualTo("1");
        positions.reached(mark, Set.of("test.counters")).await().atMost(TIMEOUT);
    }

    private void awaitThat(String counter) {
        await().atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .untilAsserted(() -> assertThat(
                                ask("select total from eventing.counter where counter_id = '%s'".formatted(counter)))
                        .isEqualTo(ask("select sum((payload->>'by')::int) from event_store.readable_event"
                                + " where name = 'test.CounterIncreased' and payload->>'counterId' = '%s'"
                                        .formatted(counter))));
    }

    /** @return the position of the last */
    private long increase(String counter, int times) {
        var sent = IntStream.range(0, times).mapToObj(i -> send(counter, 1)).toList();
        return sent.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
    }

    private void available(String counter, int by) {
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> send(counter, by).join() > 0);
    }

    private CompletableFuture<Long> send(String counter, int by) {
        return commands.send(
                        new IncreaseCounter(counter, by, 100_000),
                        new CommandContext("correlation", "causation", "key:test", null, null))
                .map(outcome -> outcome.position())
                .subscribeAsCompletionStage();
    }

    private String ask(String query) throws SQLException {
        return log.ask(query);
    }
}
