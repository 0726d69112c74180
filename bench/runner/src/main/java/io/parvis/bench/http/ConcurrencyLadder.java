package io.parvis.bench.http;

import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Comparison;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The same requests from one client alone, from four, and so on. */
record ConcurrencyLadder(Map<Integer, List<Result>> rungs) {

    private static final int[] CLIENTS = {1, 4, 16, 64, 256, 1_024};
    private static final Comparison SHORT = new Comparison(Duration.ofSeconds(2), Duration.ofSeconds(4), 2);

    /** @param contenders that number of clients each */
    static ConcurrencyLadder climb(IntFunction<List<? extends Contender>> contenders) throws InterruptedException {
        var rungs = new LinkedHashMap<Integer, List<Result>>();
        for (var clients : CLIENTS) {
            System.out.printf("  %,d clients%n", clients);
            rungs.put(clients, SHORT.of(contenders.apply(clients)));
        }
        return new ConcurrencyLadder(rungs);
    }

    /** The median of one client alone, in milliseconds. */
    double alone(String contender) {
        return Comparison.byName(rungs.get(1)).get(contender).latencyMillis(50);
    }

    void tell(BenchReport report) {
        report.section(
                "By the number of clients",
                "Each begins its next request when the last one is answered. %s.".formatted(SHORT.inWords()));
        var head = new ArrayList<>(List.of("clients"));
        rungs.get(1).forEach(result -> head.addAll(List.of(result.name() + ", per second", "p50", "p99")));
        var rows = new ArrayList<List<String>>();
        rungs.forEach((clients, results) -> {
            var row = new ArrayList<>(List.of(BenchReport.format("%,d", clients)));
            results.forEach(result -> row.addAll(List.of(
                    BenchReport.format("%,.0f", result.perSecond()),
                    BenchReport.format("%.2f ms", result.latencyMillis(50)),
                    BenchReport.format("%.2f ms", result.latencyMillis(99)))));
            rows.add(row);
        });
        report.table(head, rows);
    }
}
