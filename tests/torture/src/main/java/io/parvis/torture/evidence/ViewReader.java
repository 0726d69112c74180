package io.parvis.torture.evidence;

import io.parvis.torture.check.ViewContents;
import io.parvis.torture.cluster.ClusterMember;
import io.parvis.torture.cluster.Database;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the tables of the services' schemas, and what is left of troubles. */
final class ViewReader {

    /** Tables that say how far processors are, and not what they made. */
    private static final List<String> BOOKKEEPING = List.of(
            "processor_token",
            "processor_store",
            "failed_event",
            "failed_batch",
            "parked_event",
            "schema_history",
            "schema_history_processing");

    private final Database database;

    ViewReader(Database database) {
        this.database = database;
    }

    static List<String> services() {
        return Stream.of(ClusterMember.values())
                .filter(ClusterMember::isService)
                .map(ClusterMember::role)
                .distinct()
                .toList();
    }

    /** The views under the names of their services, whatever the schema is called. */
    ViewContents views(String suffix) throws SQLException {
        var rows = new TreeMap<String, Set<String>>();
        for (var service : services()) {
            var schema = service + suffix;
            for (var table : tables(schema)) {
                rows.put(
                        service + "." + table,
                        new HashSet<>(database.query(
                                "select t::text from " + schema + "." + table + " t", row -> row.getString(1))));
            }
        }
        return new ViewContents(rows);
    }

    private List<String> tables(String schema) throws SQLException {
        return database
                .query(
                        "select table_name from information_schema.tables where table_schema = '" + schema
                                + "' and table_type = 'BASE TABLE'",
                        row -> row.getString(1))
                .stream()
                .filter(table -> !BOOKKEEPING.contains(table))
                .toList();
    }

    /** Events that a service could not handle, and segments that nobody works on. */
    List<String> troubles(String service) throws SQLException {
        return database.query("""
                select 'parked in ' || processor || ' at ' || position || ': ' || reason from %1$s.parked_event
                union all
                select 'counted as failed in ' || processor || ' at ' || position || ', ' || attempts || ' times: ' || last_error
                from %1$s.failed_event
                union all
                select 'a batch counted as failed in ' || processor || '[' || segment || '], ' || attempts || ' times: '
                  || last_error
                from %1$s.failed_batch
                union all
                select 'nobody works on ' || processor || '[' || segment || ']' from %1$s.processor_token
                where owner is null or claimed_at < clock_timestamp() - interval '30 seconds'""".formatted(service), row -> service + ": " + row.getString(1));
    }
}
