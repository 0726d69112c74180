package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How soon a store that is still empty is as fast as it will be: plans made on empty tables, and statistics that nobody has
 * gathered yet, would show here.
 */
public final class FreshBench implements Bench {

    private static final int CLIENTS = 64;

    /** What is left of it after a full second counts as full rate: single seconds differ that much by themselves. */
    private static final double FULL = 0.9;

    @Override
    public int run(Settings settings) throws Exception {
        int seconds = settings.number("seconds", 40);
        warmUp(settings);
        try (var database = BenchDatabase.start(settings.data("fresh"), BenchDatabase.ROLE);
                var bench = new EngineInBench(database)) {
            var commands = commands(bench);
            var rates = new ArrayList<Double>();
            for (int second = 0; second < seconds; second++) {
                rates.add(commands.run(Duration.ofSeconds(1)).perSecond());
                System.out.printf("  second %d  %,.0f commands/s%n", second + 1, rates.getLast());
            }
            return report(settings, database, rates);
        }
    }

    /** This process, not the store. */
    private static void warmUp(Settings settings) throws Exception {
        try (var other = BenchDatabase.start(settings.data("warm"), BenchDatabase.ROLE);
                var bench = new EngineInBench(other)) {
            commands(bench).run(Duration.ofSeconds(settings.number("warm-up", 30)));
        }
    }

    private static ClosedLoop commands(EngineInBench bench) {
        return new ClosedLoop(
                "source, then conditional append", CLIENTS, new EngineAppends(bench.engine())::sourceAndAppend);
    }

    private static int report(Settings settings, BenchDatabase database, List<Double> rates) {
        var steady = median(rates.subList(rates.size() / 2, rates.size()));
        int reached = IntStream.range(0, rates.size())
                        .filter(second -> rates.get(second) >= FULL * steady)
                        .findFirst()
                        .orElse(rates.size())
                + 1;
        var report = new Report(
                "A fresh store",
                settings.command(),
                """
                %d commands at once, each sourcing three boundaries and appending on their condition, from the first second of an
                empty store on. The process is warm from another store; the connections are new. The full rate is the median of
                the second half.""".formatted(CLIENTS),
                Machine.here(database.version()));
        report.bars(
                "commands per second",
                IntStream.rangeClosed(1, rates.size())
                        .mapToObj(second -> "second " + second)
                        .toList(),
                rates);
        report.table(
                List.of("full rate", "first second", "fifth second"),
                List.of(List.of(
                        Report.format("%,.0f /s", steady),
                        Report.format("%,.0f /s", rates.getFirst()),
                        Report.format("%,.0f /s", rates.get(4)))));
        report.limit("the first second at %.0f %% of the full rate".formatted(100 * FULL), reached, 5);
        report.write(settings.report("fresh"));
        return report.missed();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
