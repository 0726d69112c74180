package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.CpuTime;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Metered;
import io.parvis.bench.measure.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a command costs when the log is a hundred, and a thousand, times as long. */
public final class GrowthBench implements Bench {

    private static final int CLIENTS = 64;
    private static final String DATABASE = "PostgreSQL";

    /** One length of the log. */
    private record Stage(long events, double perSecond, double microsOfDatabase, double bytesPerEvent) {}

    @Override
    public int run(Settings settings) throws Exception {
        var lengths = List.of(10_000L, 1_000_000L, (long) settings.number("largest", 10_000_000));
        var stages = new ArrayList<Stage>();
        try (var database = BenchDatabase.start(settings.data("growth"), BenchDatabase.ROLE);
                var bench = new EngineInBench(database)) {
            var commands = new ClosedLoop(
                    "source, then conditional append", CLIENTS, new EngineAppends(bench.engine())::sourceAndAppend);
            commands.run(Duration.ofSeconds(settings.number("warm-up", 20)));
            for (long length : lengths) {
                SeededLog.upTo(database, length);
                // The first writes after a checkpoint carry whole pages.
                commands.run(Duration.ofSeconds(10));
                stages.add(measure(settings, database, commands, length));
            }
            return report(settings, database, stages);
        }
    }

    private static Stage measure(Settings settings, BenchDatabase database, Contender commands, long length)
            throws InterruptedException {
        var metered = new Metered(commands, Map.of(DATABASE, new CpuTime(database.pid(), true)));
        metered.run(Duration.ofSeconds(2));
        var measured = metered.run(Duration.ofSeconds(settings.number("seconds", 15)));
        double bytes = database.number(
                        "select pg_total_relation_size('event_store.event') + pg_total_relation_size('event_store.tag')")
                / (double) database.number("select max(position) from event_store.event");
        System.out.printf("  %,d events: %,.0f commands/s%n", length, measured.perSecond());
        return new Stage(length, measured.perSecond(), metered.microsPerOperation(DATABASE), bytes);
    }

    private static int report(Settings settings, BenchDatabase database, List<Stage> stages) {
        var report = new Report("Growth", settings.command(), """
                64 commands at once, each sourcing three boundaries and appending on their condition, in a log that is already so
                long. The stages follow each other in one run, so a machine that grows slower meanwhile counts against the longer
                logs. Bytes are those of the log and its tag index on disk, indexes included.""", Machine.here(database.version()));
        report.table(
                List.of("events", "commands per second", "PostgreSQL, µs per command", "bytes per event"),
                stages.stream()
                        .map(stage -> List.of(
                                Report.format("%,d", stage.events()),
                                Report.format("%,.0f", stage.perSecond()),
                                Report.format("%.0f", stage.microsOfDatabase()),
                                Report.format("%.0f", stage.bytesPerEvent())))
                        .toList());
        var first = stages.getFirst();
        for (var stage : stages.subList(1, stages.size())) {
            report.limit(
                    "cost of a command in PostgreSQL at %,d events : at %,d".formatted(stage.events(), first.events()),
                    stage.microsOfDatabase() / first.microsOfDatabase(),
                    1.2);
        }
        report.write(settings.report("growth"));
        return report.missed();
    }
}
