package io.parvis.bench.http;

import io.parvis.bench.measure.BenchReport;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What a request waits for, one after the other. */
final class LatencyBreakdown {

    private LatencyBreakdown() {}

    static void tell(BenchReport report, List<Profiler.Profile> profiles) {
        report.section("What a request waits for", """
                Medians and 99th percentiles of each by itself, in milliseconds. What a command waits for beside the store is
                the rest of its time: deciding, and threads changing hands. What the client sees beside the command is HTTP,
                the receipt's signature, and the client's own wait for a processor.""");
        var head = new ArrayList<>(List.of(""));
        profiles.forEach(profile -> head.add(profile.load()));
        var rows = new ArrayList<List<String>>();
        rows.add(row(
                "as the client sees it",
                profiles,
                profile -> profile.measurement().latency(),
                1e3));
        for (var stage : FlightRecording.STAGES) {
            rows.add(row(stage, profiles, profile -> profile.recording().stage(stage), 1e6));
        }
        report.table(head, rows);
    }

    private interface Look {
        Histogram at(Profiler.Profile profile);
    }

    private static List<String> row(String name, List<Profiler.Profile> profiles, Look look, double perMillisecond) {
        var row = new ArrayList<>(List.of(name));
        profiles.forEach(profile -> {
            var times = look.at(profile);
            row.add(BenchReport.format(
                    "%.2f (%.2f)",
                    times.getValueAtPercentile(50) / perMillisecond, times.getValueAtPercentile(99) / perMillisecond));
        });
        return row;
    }
}
