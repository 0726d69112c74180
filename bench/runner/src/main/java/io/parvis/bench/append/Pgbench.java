package io.parvis.bench.append;

import io.parvis.bench.BenchDatabase;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * PostgreSQL's own load generator on the same rows: prepared statements, C, no JSON, no driver. It says what the
 * database alone can do with one transaction per event.
 */
final class Pgbench implements Contender {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final String SCRIPT = """
            \\set fan random(1, 1000000000)
            with recorded as (
              insert into bench.plain_event (id, name, version, payload, metadata, tags, occurred_at)
              values (gen_random_uuid(), 'bench.ContestEntered', '1',
                '\\x%s'::bytea, '\\x%s'::bytea,
                array['contest=%s', 'entry=%s/' || :fan::int8, 'fan=' || :fan::int8], now())
              returning position, tags)
            insert into bench.plain_tag select unnest(tags), position from recorded;
            """;

    private final BenchDatabase database;
    private final int clients;
    private final Path script;

    Pgbench(BenchDatabase database, int clients, Path folder) {
        this.database = database;
        this.clients = clients;
        this.script = folder.resolve("append.pgbench");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    script,
                    SCRIPT.formatted("5f".repeat(210), "5f".repeat(150), SampleEvents.CONTEST, SampleEvents.CONTEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean installed() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return "pgbench, " + clients + " clients";
    }

    @Override
    public Measurement run(Duration duration) throws InterruptedException {
        var output = output(duration);
        var tps = TPS.matcher(output);
        var latency = LATENCY.matcher(output);
        if (!tps.find() || !latency.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        // Only the mean is told; it stands for all percentiles.
        var histogram = new Histogram(60_000_000, 3);
        long done = Math.round(Double.parseDouble(tps.group(1)) * duration.toSeconds());
        histogram.recordValueWithCount(Math.round(Double.parseDouble(latency.group(1)) * 1_000), done);
        return new Measurement(done, 0, duration.toSeconds(), histogram);
    }

    private String output(Duration duration) throws InterruptedException {
        var command = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Long.toString(duration.toSeconds()),
                        "-f",
                        script.toString(),
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(database.port()),
                        "-U",
                        BenchDatabase.ROLE,
                        "postgres")
                .redirectErrorStream(true);
        command.environment().put("PGPASSWORD", database.password());
        try {
            var process = command.start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
