package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.CpuTime;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Metered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a command costs when the log is a hundred, and a thousand, times as long. */
public final class GrowthBench implements Bench {

    private static final int CLIENTS = 64;
    private static final String DATABASE = "PostgreSQL";

    /** What one of each costs PostgreSQL, in microseconds, in a log of that length. */
    private record Stage(
            long events, double perSecond, double command, double sourcing, double page, double bytesPerEvent) {}

    @Override
    public int run(BenchOptions settings) throws Exception {
        var lengths = List.of(10_000L, 1_000_000L, (long) settings.number("largest", 10_000_000));
        var stages = new ArrayList<Stage>();
        try (var database = BenchDatabase.start(settings.data("growth"), BenchDatabase.ROLE);
                var bench = new BenchEngine(database)) {
            var appends = new EngineAppends(bench.engine());
            var pages = new EntryPageQueries(database, bench.vertx());
            var commands = new ClosedLoop("source, then conditional append", CLIENTS, appends::sourceAndAppend);
            commands.run(Duration.ofSeconds(settings.number("warm-up", 20)));
            for (long length : lengths) {
                SeededLog.upTo(database, length);
                pages.fill(length);
                // The first writes after a checkpoint carry whole pages.
                commands.run(Duration.ofSeconds(10));
                var command = metered(settings, database, commands);
                var sourcing = metered(settings, database, new ClosedLoop("sourcing", CLIENTS, appends::source));
                var page = metered(settings, database, new ClosedLoop("page of entries", CLIENTS, pages::random));
                stages.add(new Stage(
                        length,
                        command.perSecond,
                        command.micros,
                        sourcing.micros,
                        page.micros,
                        bytesPerEvent(database)));
                System.out.printf("  %,d events: %s%n", length, stages.getLast());
            }
            return report(settings, database, stages);
        }
    }

    private record Cost(double perSecond, double micros) {}

    private static Cost metered(BenchOptions settings, BenchDatabase database, Contender loop)
            throws InterruptedException {
        var metered = new Metered(loop, Map.of(DATABASE, new CpuTime(database.pid(), true)));
        metered.run(Duration.ofSeconds(3));
        var measured = metered.run(Duration.ofSeconds(settings.number("seconds", 15)));
        return new Cost(measured.perSecond(), metered.microsPerOperation(DATABASE));
    }

    private static double bytesPerEvent(BenchDatabase database) {
        return database.number(
                        "select pg_total_relation_size('event_store.event') + pg_total_relation_size('event_store.tag')")
                / (double) database.number("select max(position) from event_store.event");
    }

    private static int report(BenchOptions settings, BenchDatabase database, List<Stage> stages) {
        var report = new BenchReport("Growth", settings.command(), """
                64 at once in a log that is already so long: commands, each sourcing three boundaries and appending on their
                condition; the sourcing alone; and pages of 50 of a contest's entries, newest first and from somewhere in the
                middle, in the service's view of as many entries. What counts is the processor time of PostgreSQL for one, which
                other tenants of the machine disturb least. The stages follow each other in one run. Bytes are those of the log
                and its tag index on disk, indexes included.""", Machine.here(database.version()));
        report.table(
                List.of(
                        "events",
                        "commands per second",
                        "PostgreSQL, µs per command",
                        "per sourcing",
                        "per page",
                        "bytes per event"),
                stages.stream()
                        .map(stage -> List.of(
                                BenchReport.format("%,d", stage.events()),
                                BenchReport.format("%,.0f", stage.perSecond()),
                                BenchReport.format("%.0f", stage.command()),
                                BenchReport.format("%.0f", stage.sourcing()),
                                BenchReport.format("%.0f", stage.page()),
                                BenchReport.format("%.0f", stage.bytesPerEvent())))
                        .toList());
        var first = stages.getFirst();
        for (var stage : stages.subList(1, stages.size())) {
            var at = "at %,d events : at %,d".formatted(stage.events(), first.events());
            report.limit("cost of a command " + at, stage.command() / first.command(), 1.2);
            report.limit("cost of sourcing " + at, stage.sourcing() / first.sourcing(), 1.2);
            report.limit("cost of a page " + at, stage.page() / first.page(), 1.2);
        }
        report.write(settings.report("growth"));
        return report.missed();
    }
}
