package io.parvis.bench.http;

import static io.parvis.bench.measure.BenchReport.format;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.ResidentMemory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A contest of a million entries at the heap that {@code ./parvis up} gives the service: whether it is sealed, drawn and
 * proved at all, how long that takes, and what others notice of it.
 */
public final class MillionBench implements Bench {

    private static final String CONTESTS = "/v1/brands/" + SeedData.BRAND + "/contests";
    private static final String RULES = """
            {"name":"Win a bicycle","mechanic":"draw","opensAt":"2026-01-01T00:00:00Z","closesAt":"%s",\
            "timeZone":"Europe/Paris","officialRules":"Ten bicycles are drawn among all who entered.",\
            "prizes":[{"name":"Bicycle","quantity":10}]}""";

    /** What the launcher gives it, with a log of its collections. */
    private static final String HEAP = "192m";

    /** Time for them to be put into the log. */
    private static final int ENTRIES_PER_SECOND = 10_000;

    /** The gateway gives a service so long before it begins to answer. */
    private static final double PATIENCE_SECONDS = 30;

    private record Times(
            double sealed, double drawn, double firstByte, double proved, double proofMb, double verified) {}

    @Override
    public int run(BenchOptions settings) throws Exception {
        int entries = settings.number("entries", 1_000_000);
        var token = new CallerToken("admin");
        var collections = settings.data("logs").resolve("million-gc.log");
        Files.createDirectories(collections.getParent());
        try (var database = BenchDatabase.start(settings.data("million"), EngagementService.ROLE)) {
            SeedData.events(database);
            verify(settings, "--help");
            var options = List.of(
                    "-Xmx" + settings.options().getOrDefault("heap", HEAP),
                    "-Xms32m",
                    "-Xss512k",
                    "-XX:MaxMetaspaceSize=192m",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xlog:gc:file=" + collections);
            try (var service = EngagementService.start(settings, database, token, options);
                    var others = new BackgroundReaders(service.port(), token)) {
                var asking = new SingleRequests(service.port(), token);
                var contestId = entered(database, asking, entries);
                others.begin();
                var times = times(settings, asking, contestId);
                others.end();
                return report(
                        settings,
                        database,
                        entries,
                        times,
                        others,
                        new HeapLog(collections),
                        new ResidentMemory(service.pid()).peak());
            }
        }
    }

    /** @return once it has closed */
    private static String entered(BenchDatabase database, SingleRequests asking, int entries) throws Exception {
        var closesAt =
                Instant.now().plusSeconds(20 + entries / ENTRIES_PER_SECOND).truncatedTo(ChronoUnit.SECONDS);
        var contestId = asking.json("POST", CONTESTS, RULES.formatted(closesAt))
                .path("contestId")
                .asText();
        asking.text("POST", CONTESTS + "/" + contestId + "/publish", "{}");
        SeedData.entries(database, "'" + contestId + "'", entries);
        if (Instant.now().isAfter(closesAt)) {
            throw new IllegalStateException("The entries came too late: the contest closed meanwhile.");
        }
        Thread.sleep(Duration.between(Instant.now(), closesAt));
        return contestId;
    }

    private static Times times(BenchOptions settings, SingleRequests asking, String contestId) throws Exception {
        var offered = "/v1/public/contests/" + contestId;
        var root = TimedResult.of(() -> {
            while (asking.json("GET", offered, "").path("merkleRoot").asText("").isEmpty()) {
                Thread.sleep(50);
            }
            return asking.json("GET", offered, "").path("merkleRoot").asText();
        });
        var drawn = TimedResult.of(() -> asking.text("POST", CONTESTS + "/" + contestId + "/draw", "{}"));
        var file = settings.data("million-proof.json");
        var firstByte = TimedResult.of(() -> asking.begins(offered + "/proof"));
        var proof = TimedResult.of(() -> asking.saved(offered + "/proof", file));
        var verified = TimedResult.of(() -> verify(settings, file.toString(), "--root", root.value()));
        if (verified.value() != 0) {
            throw new IllegalStateException("The proof was not verified: " + settings.data("million-verified.txt"));
        }
        return new Times(
                root.seconds(),
                drawn.seconds(),
                firstByte.seconds(),
                proof.seconds(),
                proof.value() / 1e6,
                verified.seconds());
    }

    private static int verify(BenchOptions settings, String... words) throws Exception {
        var command = new ArrayList<>(List.of(settings.root().resolve("parvis").toString(), "verify-draw"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.data("million-verified.txt").toFile())
                .start()
                .waitFor();
    }

    private static int report(
            BenchOptions settings,
            BenchDatabase database,
            int entries,
            Times times,
            BackgroundReaders others,
            HeapLog heap,
            long resident)
            throws Exception {
        var report = new BenchReport(
                "A contest of " + format("%,d", entries),
                settings.command(),
                """
                A contest with %s entries and ten prizes, from its end to a proof that `./parvis verify-draw` has verified, by
                engagement-service with the heap that `./parvis up` gives it (%s) while its views are still being filled with
                these entries. The entries are put into the log as the service would have recorded them. Meanwhile others
                register fans and read them, and read a draft, all with the position of their own write.""".formatted(format("%,d", entries), HEAP),
                Machine.here(database.version()));
        report.table(
                List.of("closed until sealed", "drawn", "proof begins after", "proof", "proof, MB", "verified"),
                List.of(List.of(
                        format("%.1f s", times.sealed()),
                        format("%.1f s", times.drawn()),
                        format("%.2f s", times.firstByte()),
                        format("%.1f s", times.proved()),
                        format("%.1f", times.proofMb()),
                        format("%.1f s", times.verified()))));
        report.table(
                List.of("heap before a collection, at most", "after one, at most", "the heap", "resident, at most"),
                List.of(List.of(
                        heap.before() + " MB",
                        heap.after() + " MB",
                        heap.capacity() + " MB",
                        format("%.0f MB", resident / 1e6))));
        report.table(
                List.of("marked reads meanwhile", "of a fan, at most", "of a draft, at most", "answered 503"),
                List.of(List.of(
                        others.count() + "",
                        format("%.2f s", others.longestOfFans()),
                        format("%.2f s", others.longestOfDrafts()),
                        others.unavailable() + "")));
        var stalls = LoopStalls.in(settings.data("logs").resolve("engagement-service.log"));
        report.paragraph(stalls);
        report.promise("proofs that were verified : draws", 1, 1);
        report.limit("seconds of a draw, which the gateway waits for", times.drawn(), PATIENCE_SECONDS);
        report.limit("marked reads of others that were answered 503", others.unavailable(), 0);
        report.write(settings.report("million"));
        return report.missed();
    }
}
