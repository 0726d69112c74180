package io.parvis.torture.nemesis;

import io.parvis.torture.check.LostCommits;
import io.parvis.torture.check.LostCommits.Span;
import io.parvis.torture.cluster.Cluster;
import io.parvis.torture.cluster.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;

/** PostgreSQL acknowledges commits that it has not flushed, is killed, and loses them. */
final class LostCommitsFault implements Fault {

    private static final long POLL_MILLIS = 100;
    private static final long SETTLED_MILLIS = 1_000;
    private static final String HEAD = "select coalesce(max(position), 0) from event_store.event";

    private final Cluster cluster;
    private final List<Span> spans = Collections.synchronizedList(new ArrayList<>());

    LostCommitsFault(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "the database forgets";
    }

    LostCommits lost() {
        return new LostCommits(spans);
    }

    @Override
    public String inject(SplittableGenerator random) throws Exception {
        var database = cluster.database();
        long from = System.nanoTime();
        try {
            database.execute(
                    "alter system set synchronous_commit = off",
                    "alter system set wal_writer_delay = '10s'",
                    "alter system set wal_writer_flush_after = '1GB'",
                    "select pg_reload_conf()");
            Thread.sleep(random.nextInt(2_000, 7_000));
            long known = database.number(HEAD);
            UnixSignals.kill(cluster.postgresPid());
            return (known - head(database)) + " events";
        } finally {
            // Also where it is told to stop: how far the answers of that time can be believed must be known.
            var interrupted = Thread.interrupted();
            flushAgain(database);
            spans.add(new Span(from, System.nanoTime()));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long head(Database database) throws InterruptedException {
        while (true) {
            try {
                return database.number(HEAD);
            } catch (SQLException notBackYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static void flushAgain(Database database) throws InterruptedException {
        while (true) {
            try {
                reset(database);
                // Every backend has read its settings anew by then, and what it wrote before is flushed.
                Thread.sleep(SETTLED_MILLIS);
                database.execute("checkpoint");
                return;
            } catch (SQLException notBackYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    static void reset(Database database) throws SQLException {
        database.execute(
                "alter system reset synchronous_commit",
                "alter system reset wal_writer_delay",
                "alter system reset wal_writer_flush_after",
                "select pg_reload_conf()");
    }
}
