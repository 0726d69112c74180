package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.measure.BenchReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What PostgreSQL counted per statement; statements inside functions are counted too. */
final class StatementStatistics {

    static final Map<String, String> SETTINGS = Map.of(
            "shared_preload_libraries",
            "pg_stat_statements",
            "pg_stat_statements.track",
            "all",
            "track_io_timing",
            "on");

    private StatementStatistics() {}

    static void begin(BenchDatabase database) {
        database.execute("create extension pg_stat_statements");
    }

    static void reset(BenchDatabase database) {
        database.execute("select pg_stat_statements_reset()");
    }

    static void tell(BenchReport report, List<List<String>> counted) {
        report.paragraph("""
                Time inside PostgreSQL's statements, the greatest first; those marked ↳ run inside `event_store.append` and are
                part of its time. Waiting for the disk at commit is not in it.""");
        report.table(List.of("per request", "calls per request", "statement"), counted);
    }

    /** What was counted since the last reset, as rows of a table. */
    static List<List<String>> counted(BenchDatabase database, long requests) {
        var rows = new ArrayList<List<String>>();
        try (var owner = database.asOwner();
                var query = owner.createStatement();
                var found = query.executeQuery("""
                        select toplevel, calls, total_exec_time * 1000, regexp_replace(query, '\\s+', ' ', 'g')
                        from pg_stat_statements order by total_exec_time desc limit 20""")) {
            while (found.next()) {
                var text = found.getString(4).replace("|", "\\|");
                rows.add(List.of(
                        BenchReport.format("%.1f µs", found.getDouble(3) / requests),
                        BenchReport.format("%.3f", found.getDouble(2) / requests),
                        (found.getBoolean(1) ? "" : "↳ ") + "`" + text.substring(0, Math.min(150, text.length()))
                                + "`"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
