package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Machine;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Where each microsecond of a command goes: the flight recorder in the service, statistics per statement in the database. */
public final class ProfileBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final int STACK = 512;

    @Override
    public int run(BenchOptions settings) throws Exception {
        var token = new CallerToken("partner");
        var vertx = Vertx.vertx();
        var seconds = settings.number("seconds", 30);
        try (var database = BenchDatabase.start(
                settings.data("profile"), StatementStatistics.SETTINGS, BenchDatabase.ROLE, EngagementService.ROLE)) {
            SeedData.events(database);
            StatementStatistics.begin(database);
            try (var service = EngagementService.start(
                    settings, database, token, List.of("-XX:FlightRecorderOptions:stackdepth=" + STACK))) {
                var entering = EntryLoad.over(
                        vertx.createNetClient(), CONNECTIONS, service.port(), EngagementService.ENTRIES, token);
                entering.closedLoop("warming up").run(Duration.ofSeconds(settings.number("warm-up", 40)));
                var profiler = new Profiler(service.pid(), database, settings.data("logs"));
                var full = profiler.of(entering.closedLoop("at full load"), seconds);
                var half = profiler.of(
                        entering.atPace("at half load", full.measurement().perSecond() / 2), seconds);
                var alone = profiler.of(entering.with(1).closedLoop("alone"), seconds);
                var report = new BenchReport(
                        "Where the time of a command goes",
                        settings.command(),
                        """
                        Fans enter contests through engagement-service, %d s each: one alone, %d connections at half of what
                        they could, and as fast as they can. The flight recorder runs and PostgreSQL counts every statement:
                        both cost, so rates are lower than in [http.md](http.md).""".formatted(seconds, CONNECTIONS),
                        Machine.here(database.version()));
                LatencyBreakdown.tell(report, List.of(alone, half, full));
                for (var profile : List.of(alone, half, full)) {
                    profile.tell(report);
                }
                report.write(settings.report("profile"));
            }
        } finally {
            vertx.close();
        }
        return 0;
    }
}
