package io.parvis.eventing.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.projection.ParkedEvents;
import io.parvis.eventing.projection.Positions;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.testing.RecordedFacts;
import io.parvis.eventing.testing.ShorterLog;
import io.parvis.eventing.testing.ShorterLogDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands behind a log that comes back shorter under a living process: views, automations, to-do lists and marks. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = ShorterLogDatabase.class, restrictToAnnotatedClass = true)
class ShorterLogViewsTest {

    private static final int CUT = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    @Inject
    Commands commands;

    @Inject
    Positions positions;

    @Inject
    ParkedEvents parked;

    @Inject
    PostgresEventStorageEngine engine;

    private final String counter = UUID.randomUUID().toString();
    private final String dead = UUID.randomUUID().toString();
    private final String others = UUID.randomUUID().toString();
    private ShorterLog log;

    /** What is seen before it is lost. */
    @BeforeEach
    void recordWhatWillBeLost() throws SQLException {
        log = ShorterLogDatabase.log();
        var facts = new RecordedFacts(engine);
        facts.record(new CounterOpened(counter));
        facts.record(new CounterIncreased(counter, 7));
        facts.record(new AlarmSet(counter));
        var start = Long.parseLong(log.ask("select max(position) from event_store.event"));
        increase(dead, 10);
        facts.record(new AlarmSet(dead));
        increase(counter, 1);
        awaitView(
                "select count(*) from event_store.event where name = 'test.CounterIncreased'"
                        + " and tags @> array['counter=%s-tens']".formatted(dead),
                "1");
        long recorded = start;
        while (recorded < start + CUT) {
            recorded = facts.record(new CounterIncreased(counter, 2));
        }
        await().atMost(TIMEOUT).until(() -> total(dead), "10"::equals);
        await().atMost(TIMEOUT).until(() -> toDos(dead), "1"::equals);
        awaitTokens(start + CUT);
    }

    @Test
    void noViewHoldsWhatTheLogHasLost() throws SQLException {
        log.cut(CUT);
        recordOthers(30);

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(total(others)).isEqualTo("30");
            assertThat(total(dead)).isNull();
            assertThat(total(counter)).isEqualTo("7");
        });
        assertThat(parked.list().await().atMost(TIMEOUT)).isEmpty();
    }

    /** More than were lost: every place of the dead line is there again. */
    @Test
    void noViewHoldsWhatTheLogHasLostThoughItIsLongerByNow() throws SQLException {
        log.cut(CUT);
        recordOthers(2 * CUT);

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(total(others)).isEqualTo("200");
            assertThat(total(dead)).isNull();
            assertThat(total(counter)).isEqualTo("7");
        });
    }

    @Test
    void noToDoIsLeftOfWhatTheLogHasLost() throws SQLException {
        log.cut(CUT);
        new RecordedFacts(engine).record(new AlarmSet(others));

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(toDos(others)).isEqualTo("1");
            assertThat(toDos(dead)).isEqualTo("0");
            assertThat(toDos(counter)).isEqualTo("1");
        });
    }

    @Test
    void anAutomationReactsToWhatStandsWhereOthersStood() throws SQLException {
        log.cut(CUT);
        var facts = new RecordedFacts(engine);
        facts.record(new CounterOpened(others));
        facts.record(new CounterIncreased(others, 10));

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(total(others + "-tens")).isEqualTo("1");
            assertThat(total(dead + "-tens")).isNull();
        });
        assertThat(log.ask("select count(*) from event_store.event where name = 'test.CounterIncreased'"
                        + " and tags @> array['counter=%s-tens']".formatted(others)))
                .isEqualTo("1");
    }

    @Test
    void aDecisionKnowsNothingOfWhatTheLogHasLost() throws SQLException {
        log.cut(CUT);

        await().atMost(TIMEOUT).ignoreExceptions().until(() -> increase(dead, 3) > 0);

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(total(dead)).isEqualTo("3"));
    }

    @Test
    void aMarkOfWhatTheLogHasLostKeepsNobodyWaitingAndTheNextIsWaitedFor() throws SQLException {
        var mark = positions.mark(Long.parseLong(log.ask("select max(position) from event_store.event")));

        log.cut(CUT);
        awaitAnotherLife(mark);
        recordOthers(3);
        var next = positions.mark(new RecordedFacts(engine).record(new CounterIncreased(others, 5)));

        positions.reached(mark, Set.of("test.counters")).await().atMost(TIMEOUT);
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            positions.reached(next, Set.of("test.counters")).await().atMost(TIMEOUT);
            return true;
        });
        assertThat(total(others)).isEqualTo("8");
    }

    /** The log lost nothing, the views did: what was committed last is not there, and the process thinks it is. */
    @Test
    void aViewThatWentBackIsBroughtUpAgain() throws SQLException {
        var facts = new RecordedFacts(engine);
        long before = facts.record(new CounterIncreased(counter, 1));
        awaitTokens(before);
        var total = Integer.parseInt(total(counter));
        for (int i = 0; i < 20; i++) {
            facts.record(new CounterIncreased(counter, 1));
        }
        await().atMost(TIMEOUT).until(() -> total(counter), Integer.toString(total + 20)::equals);
        awaitTokens(before + 20);

        log.execute("""
            begin; select from eventing.processor_token where processor = 'test.counters' for update;
            update eventing.counter set total = %d where counter_id = '%s';
            update eventing.processor_token set position = %d where processor = 'test.counters'; commit\
            """.formatted(total, counter, before));
        facts.record(new CounterIncreased(counter, 1));

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(total(counter)).isEqualTo(Integer.toString(total + 21)));
    }

    /** The log lost nothing in a crash; a view did, whose batches do not wait for the disk. */
    @Test
    void aMarkThatWasReachedIsWaitedForAgainWhereACrashTookTheViewBack() throws SQLException {
        var facts = new RecordedFacts(engine);
        long before = facts.record(new CounterIncreased(counter, 1));
        awaitTokens(before);
        var total = Integer.parseInt(total(counter));
        var mark = positions.mark(facts.record(new CounterIncreased(counter, 1)));
        awaitReached(mark);
        var crash = log.ask("select clock_timestamp()");

        log.execute("""
            begin; select from eventing.processor_token where processor = 'test.counters' for update;
            update eventing.counter set total = %d where counter_id = '%s';
            update eventing.processor_token set position = %d where processor = 'test.counters'; commit;
            select pg_terminate_backend(pid) from pg_stat_activity where usename = 'eventing'\
            """.formatted(total, counter, before));
        awaitListener(crash);
        awaitReached(mark);

        assertThat(total(counter)).isEqualTo(Integer.toString(total + 1));
    }

    private void awaitReached(String mark) {
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            positions.reached(mark, Set.of("test.counters")).await().atMost(TIMEOUT);
            return true;
        });
    }

    /** Nobody else says that, or nothing at all. */
    private void awaitListener(String since) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> log.ask("select count(*) > 0 from pg_stat_activity where usename = 'eventing'"
                                + " and query in ('listen event_store', 'select') and backend_start > '%s'"
                                        .formatted(since)),
                        "t"::equals);
    }

    @Test
    void healthTellsWhatIsBuiltAnewAndThatItIsDone() throws SQLException {
        log.cut(CUT);
        recordOthers(3);

        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(total(others)).isEqualTo("3");
            assertThat(RestAssured.get("/q/health/ready")
                            .jsonPath()
                            .getString("checks.find { it.name == 'projections' }.data.state"))
                    .isEqualTo("HEALTHY");
        });
    }

    private void recordOthers(int increases) {
        var facts = new RecordedFacts(engine);
        facts.record(new CounterOpened(others));
        for (int i = 0; i < increases; i++) {
            facts.record(new CounterIncreased(others, 1));
        }
    }

    private long increase(String which, int by) {
        return commands.send(
                        new IncreaseCounter(which, by, 100_000),
                        new CommandContext("correlation", "causation", "key:test", null, null))
                .subscribeAsCompletionStage()
                .join()
                .position();
    }

    private void awaitAnotherLife(String mark) {
        await().atMost(TIMEOUT).until(() -> !positions.mark(1).substring(0, 20).equals(mark.substring(0, 20)));
    }

    private void awaitTokens(long atLeast) {
        await().atMost(TIMEOUT)
                .until(
                        () -> log.ask(
                                "select 1 from eventing.processor_token where processor = 'test.counters' and position"
                                        + " >= "
                                        + atLeast),
                        "1"::equals);
    }

    private void awaitView(String query, String answer) {
        await().atMost(TIMEOUT).until(() -> log.ask(query), answer::equals);
    }

    private String total(String which) throws SQLException {
        return log.ask("select total from eventing.counter where counter_id = '%s'".formatted(which));
    }

    private String toDos(String which) throws SQLException {
        return log.ask("select count(*) from eventing.to_do where subject = '%s'".formatted(which));
    }
}
