package io.parvis.torture.evidence;

import io.parvis.torture.cluster.Database;
import io.parvis.torture.cluster.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Whether somebody holds more connections than its pools may: then one has leaked. */
final class Connections {

    /** A service's two pools and its listener; the gateway's one pool is smaller. */
    private static final int MOST_PER_PROCESS = 8 + 10 + 1;

    private Connections() {}

    static List<String> leaked(Database database) throws SQLException {
        return database
                .query(
                        "select usename, count(*) from pg_stat_activity where backend_type = 'client backend'"
                                + " and application_name <> 'torture' group by usename",
                        row -> new Held(row.getString(1), row.getInt(2)))
                .stream()
                .filter(held -> held.count() > MOST_PER_PROCESS * processes(held.role()))
                .map(held -> held.role() + " holds " + held.count() + " connections")
                .toList();
    }

    private record Held(String role, int count) {}

    private static long processes(String role) {
        return Stream.of(Part.values()).filter(part -> part.role().equals(role)).count();
    }
}
