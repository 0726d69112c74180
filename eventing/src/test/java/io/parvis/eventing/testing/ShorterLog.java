package io.parvis.eventing.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database of its own whose log comes back shorter under living processes, as after a failover to a replica that lacked
 * its end. Nobody else's tests lose anything for it.
 */
public final class ShorterLog implements AutoCloseable {

    private final EmbeddedPostgres postgres = TestDatabase.start();

    public Map<String, String> configFor(String role) {
        return TestDatabase.configFor(jdbcUrl().substring("jdbc:".length()), role);
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    /** @param role as which */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, TestDatabase.password());
    }

    /** What the database refuses to everybody but its owner. */
    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    /**
     * Takes the newest events off the log, and what the store remembers of their recording.
     *
     * @return the position of the newest that is left
     */
    public long cut(int events) throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("select pg_advisory_xact_lock(5030129464121450822)");
            var left = statement.executeQuery("select max(position) - " + events + " from event_store.event");
            left.next();
            long head = left.getLong(1);
            statement.execute("delete from event_store.event where position > " + head);
            statement.execute("delete from event_store.tag where position > " + head);
            statement.execute("delete from event_store.batch where exists (select from unnest(verdicts) v where v > %d)"
                    .formatted(head));
            owner.commit();
            return head;
        }
    }

    /** From now on commits are acknowledged that are not on the disk yet, for up to ten seconds. */
    public void flushLate() throws SQLException {
        execute("alter system set synchronous_commit = off");
        flushRarely();
    }

    /** As {@link #flushLate}, of those alone that do not wait for the disk; the others do, which tests else do not. */
    public void flushLateWhatDoesNotWait() throws SQLException {
        flushRarely();
        // The server was started without, and sessions go by the database only from their beginning.
        execute("alter database postgres set synchronous_commit = on");
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    }

    private void flushRarely() throws SQLException {
        execute("alter system set wal_writer_delay = '10s'");
        execute("alter system set wal_writer_flush_after = '1GB'");
        execute("select pg_reload_conf()");
    }

    /** Whether a crash would lose something now. */
    public boolean hasSomethingToLose() throws SQLException {
        return "t".equals(ask("select pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()"));
    }

    /**
     * Kills the database at once and starts it again: what was not on the disk is lost, in the log and in the views.
     *
     * @return the position of the newest event that is left
     */
    public long crash() throws IOException, SQLException {
        var folder = Path.of(ask("show data_directory"));
        var server = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(folder.resolve("postmaster.pid")).getFirst()))
                .orElseThrow();
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // Under which PostgreSQL does not run.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(server.info().command().orElseThrow());
        command.addAll(List.of(server.info().arguments().orElseThrow()));
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("restarted.log").toFile())
                .start();
        return Long.parseLong(await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> ask("select coalesce(max(position), 0) from event_store.event"), Objects::nonNull));
    }

    /** The first column of the first row; null where there is none. */
    public String ask(String query) throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    public void execute(String sql) throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException(alreadyGone);
        }
    }
}
