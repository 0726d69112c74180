package io.parvis.bench;

import io.parvis.bench.append.AppendBench;
import io.parvis.bench.append.FreshBench;
import io.parvis.bench.append.GrowthBench;
import io.parvis.bench.append.ReplayBench;
import io.parvis.bench.http.DrawBench;
import io.parvis.bench.http.EnterBench;
import io.parvis.bench.http.HotBench;
import io.parvis.bench.http.HttpBench;
import io.parvis.bench.http.MillionBench;
import io.parvis.bench.http.ProfileBench;
import io.parvis.bench.http.RestartBench;
import java.util.Map;

/** {@code ./parvis bench NAME}. */
public final class Main {

    private static final Map<String, Bench> BENCHES = Map.ofEntries(
            Map.entry("append", new AppendBench()),
            Map.entry("draw", new DrawBench()),
            Map.entry("enter", new EnterBench()),
            Map.entry("fresh", new FreshBench()),
            Map.entry("http", new HttpBench()),
            Map.entry("hot", new HotBench()),
            Map.entry("million", new MillionBench()),
            Map.entry("profile", new ProfileBench()),
            Map.entry("replay", new ReplayBench()),
            Map.entry("restart", new RestartBench()),
            Map.entry("growth", new GrowthBench()));

    private Main() {}

    public static void main(String... arguments) throws Exception {
        var bench = arguments.length == 0 ? null : BENCHES.get(arguments[0]);
        if (bench == null) {
            System.err.println("Say which: "
                    + String.join(", ", BENCHES.keySet().stream().sorted().toList()));
            System.exit(2);
        }
        int missed = bench.run(BenchOptions.of(arguments));
        System.out.println(missed == 0 ? "All promises kept." : missed + " promises missed.");
        System.exit(0);
    }
}
