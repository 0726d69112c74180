package io.parvis.suite;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands before the event store and lets appends in one at a time: it holds the lock that each of them takes, so that what
 * happens to a process just before or just after its append is no matter of luck.
 */
final class Turnstile implements AutoCloseable {

    /** Of {@code event_store.append}. */
    private static final long LOCK = 5_030_129_464_121_450_822L;

    private static final String WAITING = "select pid from pg_locks where locktype = 'advisory' and not granted"
            + " and pid in (select pid from pg_stat_activity where usename = '%s')";

    private final Connection connection;

    Turnstile(String jdbcUrl, String password) throws SQLException {
        this.connection = DriverManager.getConnection(jdbcUrl, "postgres", password);
        connection.createStatement().execute("select pg_advisory_lock(" + LOCK + ")");
    }

    /** Waits until somebody of that service stands before it. */
    int arrival(String service) {
        return await("an append of " + service)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> numbers(WAITING.formatted(service)), waiting -> !waiting.isEmpty())
                .getFirst();
    }

    boolean isWaiting(String service) throws SQLException {
        return !numbers(WAITING.formatted(service)).isEmpty();
    }

    /** Whoever came first gets in; the next one waits: in one statement, so that nobody slips in between the two. */
    void letOneIn() throws SQLException {
        connection.createStatement().execute("select pg_advisory_unlock(" + LOCK + "), pg_advisory_lock(" + LOCK + ")");
    }

    /** It never gets in: as if its request had not reached the database. */
    void turnAway(int pid) throws SQLException {
        connection.createStatement().execute("select pg_terminate_backend(" + pid + ", 10000)");
    }

    /** Everybody may pass. */
    void open() throws SQLException {
        connection.createStatement().execute("select pg_advisory_unlock_all()");
    }

    /** The names of a contest's events, in their order. */
    List<String> events(String contestId) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select name from event_store.event where 'contest=" + contestId
                        + "' = any(tags) order by position")) {
            while (rows.next()) {
                names.add(rows.getString(1).replaceFirst(".*\\.", ""));
            }
        }
        return names;
    }

    private List<Integer> numbers(String sql) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    /** Everybody may pass. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
