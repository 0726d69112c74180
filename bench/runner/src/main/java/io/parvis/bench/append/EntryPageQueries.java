package io.parvis.bench.append;

import io.parvis.bench.BenchDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** The view of entries as engagement-service has it, and the statement by which it reads a page. */
final class EntryPageQueries {

    /** Every other entry is to one contest that all enter; the rest to contests of 20,000. */
    private static final int ENTRIES_OF_A_CONTEST = 20_000;

    private static final String CONTEST =
            "case when n % 2 = 0 then 'all' else 'c' || n / " + ENTRIES_OF_A_CONTEST + " end";

    private final BenchDatabase database;
    private final Pool pool;
    private long filled;

    EntryPageQueries(BenchDatabase database, Vertx vertx) {
        this.database = database;
        // As views are read: without the event store's settings for the planner.
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(BenchDatabase.ROLE)
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        this.pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
        database.execute("""
                create table bench.entry (
                    entry_id      text   primary key,
                    contest_id    text   not null,
                    fan_id        text   not null,
                    rules_version int    not null,
                    entered_at    timestamptz not null,
                    position      bigint not null
                );
                create index entry_of_contest on bench.entry (contest_id, position desc);
                grant all on bench.entry to bench""");
    }

    void fill(long entries) {
        database.execute("""
                insert into bench.entry
                select gen_random_uuid(), %s, md5(n::text), 1, now(), n from generate_series(%d, %d) n""".formatted(CONTEST, filled + 1, entries));
        database.execute("vacuum analyze bench.entry");
        database.execute("checkpoint");
        filled = entries;
    }

    /** Of some contest: the newest page, or one further down. */
    CompletionStage<?> random(int client) {
        var random = ThreadLocalRandom.current();
        long at = random.nextLong(filled);
        long before = random.nextBoolean() ? Long.MAX_VALUE : at;
        return pool.preparedQuery("""
                        select entry_id, contest_id, entered_at, fan_id, position, rules_version from bench.entry
                        where contest_id = $1 and position < $2 order by position desc limit $3""")
                .execute(Tuple.of(random.nextBoolean() ? "all" : "c" + at / ENTRIES_OF_A_CONTEST, before, 51))
                .toCompletionStage();
    }
}
