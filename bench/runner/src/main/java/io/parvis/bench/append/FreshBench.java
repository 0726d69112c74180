package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.ClosedLoop;
import io.parvis.bench.measure.Machine;
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

    private static final int SECONDS_TO_REACH_IT = 5;

    /** Two stores differ that much by themselves. */
    private static final double FULL = 0.9;

    @Override
    public int run(BenchOptions settings) throws Exception {
        int seconds = Math.max(2 * SECONDS_TO_REACH_IT, settings.number("seconds", 20));
        double warm = warmUp(settings);
        try (var database = BenchDatabase.start(settings.data("fresh"), BenchDatabase.ROLE);
                var bench = new BenchEngine(database)) {
            var commands = commands(bench);
            var rates = new ArrayList<Double>();
            for (int second = 0; second < seconds; second++) {
                rates.add(commands.run(Duration.ofSeconds(1)).perSecond());
                System.out.printf("  second %d  %,.0f commands/s%n", second + 1, rates.getLast());
            }
            return report(settings, database, warm, rates);
        }
    }

    /** Warms this process on another store, which is warm too in the end: its rate then is the full one. */
    private static double warmUp(BenchOptions settings) throws Exception {
        try (var other = BenchDatabase.start(settings.data("warm"), BenchDatabase.ROLE);
                var bench = new BenchEngine(other)) {
            var commands = commands(bench);
            commands.run(Duration.ofSeconds(settings.number("warm-up", 30)));
            return commands.run(Duration.ofSeconds(15)).perSecond();
        }
    }

    private static ClosedLoop commands(BenchEngine bench) {
        return new ClosedLoop(
                "source, then conditional append", CLIENTS, new EngineAppends(bench.engine())::sourceAndAppend);
    }

    private static int report(BenchOptions settings, BenchDatabase database, double warm, List<Double> rates) {
        var after = median(rates.subList(SECONDS_TO_REACH_IT, rates.size()));
        var report = new BenchReport(
                "A fresh store", settings.command(), """
                %d commands at once, each sourcing three boundaries and appending on their condition, from the first second of an
                empty store on. The process is warm from another store, whose rate in its last 15 s is the full one; the
                connections, and so all plans, are new.""".formatted(CLIENTS), Machine.here(database.version()));
        report.bars(
                "commands per second",
                IntStream.rangeClosed(1, rates.size())
                        .mapToObj(second -> "second " + second)
                        .toList(),
                rates);
        report.table(
                List.of("warm store", "first second", "fifth second", "median after it"),
                List.of(List.of(
                        BenchReport.format("%,.0f /s", warm),
                        BenchReport.format("%,.0f /s", rates.getFirst()),
                        BenchReport.format("%,.0f /s", rates.get(SECONDS_TO_REACH_IT - 1)),
                        BenchReport.format("%,.0f /s", after))));
        report.promise("rate after the fifth second : rate of the warm store", after / warm, FULL);
        report.write(settings.report("fresh"));
        return report.missed();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
