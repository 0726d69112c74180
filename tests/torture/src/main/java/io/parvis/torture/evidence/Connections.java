package io.parvis.torture.evidence;

import io.parvis.torture.cluster.ClusterMember;
import io.parvis.torture.cluster.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whether somebody holds more connections than its pools may: then one has leaked. */
final class Connections {

    /** Two for each core, each with a connection of its own for sourcing. */
    private static final int EVENT_LOOPS = 2 * Runtime.getRuntime().availableProcessors();

    /** A service's two pools, its event loops, its listener, its look at progress and its upkeep; the gateway has less. */
    private static final int MOST_PER_PROCESS = 8 + 10 + EVENT_LOOPS + 1 + 1 + 2;

    /**
     * A backend whose client was cut off or killed works on until its statement has ended, and only then finds out: on a
     * slow machine that is after the last fault. One that has leaked stays.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final long POLL_MILLIS = 200;

    private Connections() {}

    static List<String> leaked(Database database) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        var leaked = tooMany(database);
        while (!leaked.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            leaked = tooMany(database);
        }
        return leaked;
    }

    private static List<String> tooMany(Database database) throws SQLException {
        return database
                .query(
                        "select usename, sum(held), string_agg(held || ' ' || state || ' as ' || application_name, ',"
                                + " ') from (select usename, application_name, coalesce(state, 'unknown') as state,"
                                + " count(*) as held from pg_stat_activity where backend_type = 'client backend' and"
                                + " application_name <> 'torture' group by 1, 2, 3) as one group by usename",
                        row -> new Held(row.getString(1), row.getInt(2), row.getString(3)))
                .stream()
                .filter(held -> held.count() > MOST_PER_PROCESS * processes(held.role()))
                .map(held -> "%s holds %d connections: %s".formatted(held.role(), held.count(), held.what()))
                .toList();
    }

    private record Held(String role, int count, String what) {}

    private static long processes(String role) {
        return Stream.of(ClusterMember.values())
                .filter(part -> part.role().equals(role))
                .count();
    }
}
