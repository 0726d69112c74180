package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.append.SeededLog;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Machine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a start takes on a short log and on a long one: until it is ready, and until all its processors have seen the log. */
public final class RestartBench implements Bench {

    private static final long SHORT = 10_000;
    private static final double MILLIS = 1e6;

    /** Milliseconds from the start of the process. */
    private record Start(double ready, double seen) {}

    private record Log(long events, BenchDatabase database, Start first, List<Start> again) {

        double ready() {
            return median(again.stream().map(Start::ready).sorted().toList());
        }

        double seen() {
            return median(again.stream().map(Start::seen).sorted().toList());
        }

        private static double median(List<Double> sorted) {
            return sorted.get(sorted.size() / 2);
        }
    }

    @Override
    public int run(BenchOptions settings) throws Exception {
        long many = settings.number("events", 10_000_000);
        int rounds = settings.number("rounds", 7);
        try (var little = BenchDatabase.start(settings.data("restart-short"), EngagementService.ROLE);
                var large = BenchDatabase.start(settings.data("restart-long"), EngagementService.ROLE)) {
            var logs = List.of(filled(settings, little, SHORT), filled(settings, large, many));
            for (int round = 0; round < rounds; round++) {
                for (var log : round % 2 == 0 ? logs : logs.reversed()) {
                    log.again().add(start(settings, log.database()));
                    System.out.printf(
                            "  round %d of %d, %,d events: %s%n",
                            round + 1, rounds, log.events(), log.again().getLast());
                }
            }
            return report(settings, rounds, logs.getFirst(), logs.getLast());
        }
    }

    /** The first start makes the views, and is the first of all processors, which begin at the first event. */
    private static Log filled(BenchOptions settings, BenchDatabase database, long events) throws SQLException {
        SeededLog.upTo(database, events);
        var first = start(settings, database);
        System.out.printf("  first start, %,d events: %s%n", events, first);
        return new Log(events, database, first, new ArrayList<>());
    }

    private static Start start(BenchOptions settings, BenchDatabase database) throws SQLException {
        var mark = PositionMark.ofHead(database);
        var token = new CallerToken("ops");
        long began = System.nanoTime();
        try (var service = EngagementService.start(settings, database, token, List.of())) {
            double ready = (System.nanoTime() - began) / MILLIS;
            mark.awaitSeen(service, token);
            return new Start(ready, (System.nanoTime() - began) / MILLIS);
        }
    }

    private static int report(BenchOptions settings, int rounds, Log little, Log large) {
        var report = new BenchReport(
                "Restart",
                settings.command(),
                """
                engagement-service is started on a log of %,d events, of which none concerns it, and on one of %,d: at first, with
                all its views and processors new, which begin at the first event; then again and again, in turns, with tokens
                that lie as far behind as ever, since nothing has come that would have moved them. Until it is ready, and until
                it answers a read that waits for all its processors to have seen the whole log. Medians of %d, in milliseconds
                from the start of the process.""".formatted(little.events(), large.events(), rounds),
                Machine.here(large.database().version()));
        report.table(
                List.of("events", "first start: ready", "first start: all seen", "ready", "all seen"),
                List.of(little, large).stream()
                        .map(log -> List.of(
                                BenchReport.format("%,d", log.events()),
                                BenchReport.format("%,.0f", log.first().ready()),
                                BenchReport.format("%,.0f", log.first().seen()),
                                BenchReport.format("%,.0f", log.ready()),
                                BenchReport.format("%,.0f", log.seen())))
                        .toList());
        var at = " at %,d events : at %,d".formatted(large.events(), little.events());
        report.limit("start to ready" + at, large.ready() / little.ready(), 1.2);
        report.limit("start to all seen" + at, large.seen() / little.seen(), 1.2);
        report.limit(
                "first start to all seen" + at,
                large.first().seen() / little.first().seen(),
                1.2);
        report.write(settings.report("restart"));
        return report.missed();
    }
}
