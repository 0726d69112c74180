package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.testing.LongLog;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants little of a long log reads little of it, and misses nothing. */
@Tag("slow")
class RareEventsTest {

    private static final int LONG = 200_000;
    private static final Vertx VERTX = Vertx.vertx();
    private static LongLog log;
    private static Pool pool;

    private final AtomicInteger queries = new AtomicInteger();
    private final String rare = "test.Rare" + UUID.randomUUID();
    private Tailer tailer;

    @BeforeAll
    static void open() {
        log = new LongLog();
        var database = new SmallRyeConfigBuilder()
                .withMapping(DatabaseConfig.class)
                .withDefaultValues(log.config())
                .build()
                .getConfigMapping(DatabaseConfig.class);
        pool = EventStoreConnections.pool(VERTX, database, EngineUnderTest.config(Map.of()));
    }

    @AfterAll
    static void close() {
        pool.close();
        VERTX.close();
        log.close();
    }

    @BeforeEach
    void readWithoutAWindow() {
        tailer = new Tailer(
                VERTX,
                counting(),
                new EventRowMapper(new UpcasterChain(List.of())),
                new StoreLife(pool),
                10,
                Duration.ZERO);
    }

    @Test
    void twoEventsThatLieFarApartAreFoundInAFewQueries() throws SQLException {
        long before = log.head();
        long last = log.add(LONG, "case when n in (1, %d) then '%s' else 'test.Common' end".formatted(LONG, rare));

        var found = read(before, rare);

        assertThat(found).containsExactly(before + 1, last);
        assertThat(queries).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void thatThereIsNoneOfANameIsToldInOneQueryHoweverLongTheLog() {
        log.add(LONG, "'test.Common'");

        assertThat(read(0, rare)).isEmpty();

        assertThat(queries).hasValue(1);
    }

    /** Around the places where notes of names begin and end, and in the midst. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 500, 998, 999, 1000, 1001, 1999, 2000, 3998, 4001, 7999, 8000, 11_998, 12_000})
    void nothingIsMissedFromWhereverOneBegins(int ahead) throws SQLException {
        long begin = log.head() / 1000 * 1000 + ahead;
        log.add(14_000, """
                case when n %% 1500 = 0 then '%1$s.A' when n %% 4000 = 1999 then '%1$s.B'
                  when n between 6000 and 6900 then '%1$s.C' else 'test.Common' end""".formatted(rare));

        var found = read(begin, rare + ".A", rare + ".B", rare + ".C");

        assertThat(found).isEqualTo(recorded(begin)).isNotEmpty();
    }

    @Test
    void whatWasRecordedBeforeNamesWereNotedIsNotedAfterwards() throws SQLException, IOException {
        log.add(3_000, "'%s' || n / 700".formatted(rare));
        var fill = "db/event-store/V5__where_names_occurred.sql";
        try (var script = getClass().getClassLoader().getResourceAsStream(fill);
                var owner = log.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set search_path = event_store");
            statement.execute("delete from occurrence where chunk % 2 = 0");

            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));

            var wrong = statement.executeQuery("""
                    select count(*) from (select distinct name, position / 1000 as chunk from event) e
                    full join occurrence o on (o.name, o.chunk) = (e.name, e.chunk)
                    where e.name is null or o.name is null""");
            wrong.next();
            assertThat(wrong.getLong(1)).isZero();
        }
    }

    private List<Long> read(long after, String... names) {
        var found = new ArrayList<Long>();
        boolean more = true;
        for (var place = new LogPosition(after, null); more; ) {
            var page = tailer.after(StoreLife.UNKNOWN, place, names)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            page.events().forEach(event -> found.add(event.position()));
            place = page.reached();
            more = page.more();
        }
        return found;
    }

    private List<Long> recorded(long after) throws SQLException {
        try (var owner = log.asOwner();
                var query = owner.prepareStatement("select position from event_store.event"
                        + " where position > ? and name like ? order by position")) {
            query.setLong(1, after);
            query.setString(2, rare + ".%");
            var positions = new ArrayList<Long>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                positions.add(rows.getLong(1));
            }
            return positions;
        }
    }

    private Pool counting() {
        return (Pool) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Pool.class}, (proxy, method, arguments) -> {
                    queries.incrementAndGet();
                    return method.invoke(pool, arguments);
                });
    }
}
