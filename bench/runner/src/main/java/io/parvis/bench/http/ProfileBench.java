package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import io.parvis.bench.measure.CpuTime;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Metered;
import io.parvis.bench.measure.Report;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where each microsecond of a command goes: the flight recorder in the service, statistics per statement in the database. */
public final class ProfileBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final int STACK = 512;

    @Override
    public int run(Settings settings) throws Exception {
        var token = new Token("partner");
        var vertx = Vertx.vertx();
        var seconds = settings.number("seconds", 30);
        try (var database = BenchDatabase.start(
                settings.data("profile"), Statements.SETTINGS, BenchDatabase.ROLE, EngagementService.ROLE)) {
            Seed.events(database);
            Statements.begin(database);
            var recording = settings.data("logs").resolve("profile.jfr");
            try (var service = EngagementService.start(
                    settings, database, token, List.of("-XX:FlightRecorderOptions:stackdepth=" + STACK))) {
                var processes = Map.of(
                        "service", new CpuTime(service.pid(), false), "database", new CpuTime(database.pid(), true));
                var entering = new Metered(
                        Entering.over(
                                        vertx.createNetClient(),
                                        CONNECTIONS,
                                        service.port(),
                                        EngagementService.ENTRIES,
                                        token)
                                .closedLoop("engagement-service"),
                        processes);
                entering.run(Duration.ofSeconds(settings.number("warm-up", 40)));
                Statements.reset(database);
                record(service.pid(), recording, seconds);
                var measured = entering.run(Duration.ofSeconds(seconds));
                jcmd(service.pid(), "JFR.stop", "name=profile");
                var report = new Report(
                        "Where the time of a command goes",
                        settings.command(),
                        """
                        %d connections enter contests through engagement-service for %d s, %,.0f a second, with the flight
                        recorder running and PostgreSQL counting every statement: both cost, so the rate is lower than in
                        [http.md](http.md). A request costs %.0f µs of processor time in the JVM and %.0f µs in PostgreSQL, the
                        views' share included.""".formatted(
                                        CONNECTIONS,
                                        seconds,
                                        measured.perSecond(),
                                        entering.microsPerOperation("service"),
                                        entering.microsPerOperation("database")),
                        Machine.here(database.version()));
                FlightRecording.read(recording).tell(report, entering.microsPerOperation("service"));
                Statements.tell(report, database, measured.done());
                report.write(settings.report("profile"));
            }
        } finally {
            vertx.close();
        }
        return 0;
    }

    private static void record(long pid, Path file, int seconds) throws IOException, InterruptedException {
        jcmd(
                pid,
                "JFR.start",
                "name=profile",
                "settings=profile",
                "filename=" + file,
                "duration=" + (seconds + 60) + "s");
    }

    private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var all = new java.util.ArrayList<>(List.of(jcmd, Long.toString(pid)));
        all.addAll(List.of(command));
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
