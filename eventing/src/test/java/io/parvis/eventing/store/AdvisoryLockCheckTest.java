package io.parvis.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.eventing.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AdvisoryLockCheckTest {

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    private static boolean locksWork(String searchPath) throws Exception {
        var options = EventStoreConnections.options(EngineUnderTest.database());
        options.addProperty("search_path", searchPath);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(vertx)
                .build();
        try {
            return AdvisoryLockCheck.locksWork(pool)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            pool.close();
        }
    }

    @Test
    void findsThatLocksHold() throws Exception {
        assertThat(locksWork("pg_catalog")).isTrue();
    }

    /** Functions that stand before PostgreSQL's own: locks that everybody is given, and that nobody is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsThatLocksDoNotHold(boolean given) throws Exception {
        var schema = "locks_that_are_always_" + given;
        try (var owner = DriverManager.getConnection(TestDatabase.jdbcUrl(), "postgres", "postgres")) {
            makeLocks(owner, schema, given);
        }

        assertThat(locksWork(schema + ",pg_catalog")).isFalse();
    }

    private static void makeLocks(java.sql.Connection owner, String schema, boolean given) throws SQLException {
        owner.createStatement().execute("""
                create schema if not exists %1$s;
                create or replace function %1$s.pg_try_advisory_xact_lock(bigint) returns boolean
                  language sql as 'select %2$s';
                grant usage on schema %1$s to public""".formatted(schema, given));
    }
}
