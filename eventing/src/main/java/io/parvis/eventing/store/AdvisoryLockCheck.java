package io.parvis.eventing.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Refuses to start on a database without working advisory locks, such as some PostgreSQL-compatible databases, or
 * PgBouncer in statement mode: two batches would be recorded at once.
 */
public final class AdvisoryLockCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Pool pool;

    public AdvisoryLockCheck(Pool pool) {
        this.pool = pool;
    }

    /** Before anything is recorded. */
    public void requireWorkingLocks() throws InterruptedException, ExecutionException, TimeoutException {
        var held = locksWork(pool).toCompletionStage().toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        if (!held) {
            throw new IllegalStateException(
                    "Advisory locks do not hold on this database: two connections were given one"
                            + " at once, or it was not given back. The event store needs PostgreSQL itself, and no pooler that"
                            + " gives each statement another connection.");
        }
    }

    /** Whether a lock of one connection is refused to another, and granted after its release. */
    static Future<Boolean> locksWork(Pool pool) {
        long key = ThreadLocalRandom.current().nextLong();
        return pool.withConnection(second -> pool.withTransaction(first ->
                        taken(first, key).compose(mine -> taken(second, key).map(theirs -> mine && !theirs)))
                .compose(held -> taken(second, key).map(now -> held && now)));
    }

    private static Future<Boolean> taken(SqlConnection connection, long key) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(key))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
