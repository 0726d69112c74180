package io.parvis.bench.http;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.CpuTime;
import io.parvis.bench.measure.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches the service and its database under one load. */
final class Profiler {

    /** Of one load. */
    record Profile(
            String load,
            Measurement measurement,
            double javaMicros,
            double databaseMicros,
            FlightRecording recording,
            List<List<String>> statements) {

        void tell(BenchReport report) {
            report.section(
                    Character.toUpperCase(load.charAt(0)) + load.substring(1),
                    BenchReport.format(
                            "%,.0f requests a second. One costs %.0f µs of processor time in the JVM and %.0f µs in"
                                    + " PostgreSQL, the views' share included.",
                            measurement.perSecond(), javaMicros, databaseMicros));
            recording.tell(report, javaMicros);
            StatementStatistics.tell(report, statements);
        }
    }

    private static final long DUMP_SECONDS = 60;

    private final long service;
    private final BenchDatabase database;
    private final Path folder;

    Profiler(long service, BenchDatabase database, Path folder) {
        this.service = service;
        this.database = database;
        this.folder = folder;
    }

    Profile of(Contender load, int seconds) throws IOException, InterruptedException {
        var file = folder.resolve("profile-%s.jfr".formatted(load.name().replace(' ', '-')));
        var java = new CpuTime(service, false);
        var postgres = new CpuTime(database.pid(), true);
        load.run(Duration.ofSeconds(2));
        StatementStatistics.reset(database);
        jcmd("JFR.start", "name=profile", "settings=profile", "filename=" + file);
        var javaBefore = java.used();
        var postgresBefore = postgres.used();
        var measurement = load.run(Duration.ofSeconds(seconds));
        var javaUsed = java.used().minus(javaBefore);
        var postgresUsed = postgres.used().minus(postgresBefore);
        var statements = StatementStatistics.counted(database, measurement.done());
        jcmd("JFR.stop", "name=profile");
        return new Profile(
                load.name(),
                measurement,
                javaUsed.toNanos() / 1e3 / measurement.done(),
                postgresUsed.toNanos() / 1e3 / measurement.done(),
                FlightRecording.read(file),
                statements);
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var all = new ArrayList<>(List.of(jcmd, Long.toString(service)));
        all.addAll(List.of(command));
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
    }
}
