package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parvis.eventing.schema.StoreProvisioning;
import io.parvis.eventing.schema.StoreRole;
import io.parvis.eventing.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself holds those to who append: their own events, a bounded wait, a clock that can be believed. */
@Tag("slow")
class WhoAppendsWhatTest {

    private static final String ROLE = "tenant_a";

    private static final String APPEND = """
            select event_store.append(?, ?, 1, array[1], array[gen_random_uuid()], array[?], array['1'],
              array[''::bytea], array['{}'::bytea], array['{}'], array[clock_timestamp()],
              '{}'::int[], '{}'::bigint[], '{}'::text[], '{}'::text[])""";

    @BeforeAll
    static void provision() throws SQLException {
        provision(StoreRole.of(ROLE, TestDatabase.password()));
    }

    private static void provision(StoreRole client) throws SQLException {
        StoreProvisioning.provision(TestDatabase.jdbcUrl(), "postgres", "postgres", List.of(client));
    }

    private static Connection tenant() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), ROLE, TestDatabase.password());
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres");
    }

    private static void append(Connection connection, UUID writer, long batch, String name) throws SQLException {
        try (var call = connection.prepareStatement(APPEND)) {
            call.setObject(1, writer);
            call.setLong(2, batch);
            call.setString(3, name);
            call.executeQuery();
        }
    }

    private static void append(Connection connection, String name) throws SQLException {
        append(connection, UUID.randomUUID(), 1, name);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void recordsWhatIsItsOwn() throws SQLException {
        try (var tenant = tenant()) {
            append(tenant, "tenant_a.Own");

            assertThat(number(tenant, "select count(*) from event_store.event where name = 'tenant_a.Own'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"presence.BrandRegistered", "tenantxa.Happened", "tenant_a", "tenant_ab.Happened", "%.X", ""})
    void recordsNothingInAnotherName(String name) throws SQLException {
        try (var tenant = tenant()) {
            assertThatThrownBy(() -> append(tenant, name))
                    .hasMessageContaining("tenant_a may not record events of these names: " + name);
        }
    }

    @Test
    void recordsNoTagsThatAreNoList() throws SQLException {
        try (var tenant = tenant();
                var call = tenant.prepareStatement(
                        APPEND.replace("array['{}'], array[clock", "array['{{a=b}}'], array[clock"))) {
            call.setObject(1, UUID.randomUUID());
            call.setLong(2, 1);
            call.setString(3, "tenant_a.Tagged");

            assertThatThrownBy(call::executeQuery).hasMessageContaining("tags_are_a_list");
        }
    }

    @Test
    void losesANamespaceThatItIsNotGivenAnyMore() throws SQLException {
        provision(new StoreRole("tenant_b", TestDatabase.password(), Set.of("tenant_b", "lent"), false));
        try (var tenant = DriverManager.getConnection(TestDatabase.jdbcUrl(), "tenant_b", TestDatabase.password())) {
            append(tenant, "lent.Happened");
            provision(StoreRole.of("tenant_b", TestDatabase.password()));

            assertThatThrownBy(() -> append(tenant, "lent.Happened")).hasMessageContaining("may not record");
            append(tenant, "tenant_b.Happened");
        }
    }

    @Test
    void letsGoOfTheLogOnlyWhereItDestroysKeys() throws SQLException {
        try (var tenant = tenant()) {
            assertThatThrownBy(() -> tenant.createStatement().execute("select event_store.recycle_log()"))
                    .hasMessageContaining("permission denied");
            provision(StoreRole.of(ROLE, TestDatabase.password()).destroyingKeys());
            tenant.createStatement().execute("select event_store.recycle_log()");
            provision(StoreRole.of(ROLE, TestDatabase.password()));
            assertThatThrownBy(() -> tenant.createStatement().execute("select event_store.recycle_log()"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void doesNotWaitWithoutAnEndForWhoeverHoldsTheLock() throws SQLException {
        try (var tenant = tenant();
                var owner = owner();
                var holder = tenant()) {
            owner.createStatement().execute("alter function event_store.append set lock_timeout = '300ms'");
            try {
                holder.setAutoCommit(false);
                append(holder, "tenant_a.Held");

                assertThatThrownBy(() -> append(tenant, "tenant_a.Waiting"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                failure -> assertThat(failure.getSQLState()).isEqualTo("55P03"));
            } finally {
                holder.rollback();
                owner.createStatement().execute("alter function event_store.append set lock_timeout = '6s'");
            }
            assertThat(
                            number(
                                    owner,
                                    "select count(*) from pg_proc, unnest(proconfig) c where proname = 'append' and c = 'lock_timeout=6s'"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-07-04T10:00:00Z, 2026-07-04T09:59:59Z, 2026-07-04T10:00:00Z, 2026-07-04T10:00:00Z
            2026-07-04T10:00:00Z, 2026-07-04T09:59:59Z, 2020-01-01T00:00:00Z, 2026-07-04T10:00:00Z
            2026-07-14T10:00:00Z, 2026-07-04T10:00:00Z, 2026-07-14T10:00:01Z, 2026-07-14T10:00:00Z
            2027-07-04T10:00:00Z, 2026-07-04T10:00:00Z, 2026-07-04T10:00:05Z, 2026-07-04T11:00:05Z
            2027-07-04T10:00:00Z, 2026-07-04T10:00:00Z, -,                    2027-07-04T10:00:00Z
            2027-07-04T10:00:00Z, -,                    2026-07-04T10:00:05Z, 2027-07-04T10:00:00Z
            2020-07-04T10:00:00Z, 2026-07-04T10:00:00Z, 2026-07-04T10:00:05Z, 2020-07-04T10:00:00Z
            """)
    /** The database's clock, the last event, the process's clock; what is believed. */
    void believesNoClockThatJumpsFarAhead(String clock, String last, String occurred, String believed)
            throws SQLException {
        try (var owner = owner();
                var query = owner.prepareStatement(
                        "select event_store.believable(?::timestamptz, ?::timestamptz, array[?::timestamptz])"
                                + " = ?::timestamptz")) {
            query.setString(1, clock);
            query.setString(2, last);
            query.setString(3, occurred);
            query.setString(4, believed);
            var rows = query.executeQuery();
            rows.next();

            assertThat(rows.getBoolean(1)).isTrue();
        }
    }

    @Test
    void forgetsAWriterOnlyWhereItIsOldAndOneOfMany() throws SQLException {
        try (var owner = owner();
                var tenant = tenant()) {
            var all = "select count(*) from event_store.batch";
            var old = all + " where last_at < now() - interval '2 days'";
            // Nobody is in the middle of a batch now.
            owner.createStatement().execute("delete from event_store.batch");
            addOldWriters(owner, 900, "3 days");

            append(tenant, "tenant_a.Happened");
            assertThat(number(owner, old)).isEqualTo(900);
            addOldWriters(owner, 900, "2 days");
            append(tenant, "tenant_a.Happened");

            assertThat(number(owner, all)).isBetween(1000L, 1002L);
            owner.createStatement().execute("delete from event_store.batch where last_at < now() - interval '2 days'");
        }
    }

    private static void addOldWriters(Connection owner, long count, String age) throws SQLException {
        owner.createStatement().execute("""
                insert into event_store.batch
                select gen_random_uuid(), 7, '{}', now() - interval '%s' - n * interval '1 s'
                from generate_series(1, %d) n""".formatted(age, count));
    }

    /** A dump holds a snapshot for as long as it takes; what it can still see cannot be cleaned up. */
    @Test
    void costsTheSameHoweverLongSomebodyHoldsASnapshot() throws SQLException {
        try (var dump = owner();
                var tenant = tenant()) {
            dump.setAutoCommit(false);
            dump.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            number(dump, "select count(*) from event_store.batch");
            var writer = UUID.randomUUID();
            for (int i = 1; i <= 100; i++) {
                append(tenant, writer, i, "tenant_a.Happened");
            }
            long before = buffersOf(tenant, writer, 101);
            for (int i = 102; i <= 3000; i++) {
                append(tenant, writer, i, "tenant_a.Happened");
            }

            assertThat(buffersOf(tenant, writer, 3001)).isLessThan(before + 20);
            dump.rollback();
        }
    }

    private static long buffersOf(Connection connection, UUID writer, long batch) throws SQLException {
        var name = "tenant_a.Happened";
        try (var call = connection.prepareStatement("explain (analyze, buffers, timing off, format json) " + APPEND)) {
            call.setObject(1, writer);
            call.setLong(2, batch);
            call.setString(3, name);
            var rows = call.executeQuery();
            rows.next();
            var hit = java.util.regex.Pattern.compile("\"Shared Hit Blocks\": (\\d+)")
                    .matcher(rows.getString(1));
            assertThat(hit.find()).isTrue();
            return Long.parseLong(hit.group(1));
        }
    }
}
