package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.Comparison;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How fast events can be appended on a condition, against ways that check less or nothing. */
public final class AppendBench implements Bench {

    private static final int CLIENTS = 64;

    @Override
    public int run(BenchOptions settings) throws InterruptedException {
        try (var database = BenchDatabase.start(settings.data("append"), BenchDatabase.ROLE)) {
            database.execute(PlainInserts.TABLES);
            try (var bench = new BenchEngine(database);
                    var jpa = new JpaAppends(database, CLIENTS, 16)) {
                var appends = new EngineAppends(bench.engine());
                var contenders = new ArrayList<Contender>(List.of(
                        new ClosedLoop("conditional append", CLIENTS, appends::append),
                        new ClosedLoop("source, then conditional append", CLIENTS, appends::sourceAndAppend),
                        new ClosedLoop("plain INSERT, same pool", CLIENTS, new PlainInserts(bench.pool())::insert),
                        new ClosedLoop("Axon's JPA engine", CLIENTS, jpa::append)));
                if (Pgbench.installed()) {
                    for (int clients : List.of(16, 64, 128)) {
                        contenders.add(new Pgbench(database, clients, settings.data("scripts")));
                    }
                } else {
                    System.out.println("SKIPPED: pgbench is not installed here.");
                }
                var comparison = settings.comparison(5, 4);
                var results = comparison.of(contenders);
                return report(settings, database, comparison, Comparison.byName(results), results);
            }
        }
    }

    private static int report(
            BenchOptions settings,
            BenchDatabase database,
            Comparison comparison,
            Map<String, Result> named,
            List<Result> results) {
        var report = new BenchReport(
                "Appending", settings.command(), """
                One event a command, 64 commands at once, an entry to a contest each: a row of the log and three of the tag index.
                The conditional append checks three boundaries; sourcing reads them before. Everybody writes to the same
                PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on, from one process with the same pool
                of eight connections (JPA: a HikariCP of 16). %s.""".formatted(comparison.inWords()), Machine.here(database.version()));
        report.rates(results);
        var append = named.get("conditional append").perSecond();
        report.promise(
                "conditional append : plain INSERT of the same rows",
                append / named.get("plain INSERT, same pool").perSecond(),
                1.0);
        report.promise(
                "conditional append : Axon's JPA engine",
                append / named.get("Axon's JPA engine").perSecond(),
                5.0);
        results.stream()
                .filter(result -> result.name().startsWith("pgbench"))
                .mapToDouble(Result::perSecond)
                .max()
                .ifPresentOrElse(
                        best -> report.promise("conditional append : pgbench at its best", append / best, 0.5),
                        () -> report.paragraph("SKIPPED: pgbench was not installed where this ran."));
        report.write(settings.report("append"));
        return report.missed();
    }
}
