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

/** A contest with many entries, from its end to a proof that was verified: how long it takes, and how much memory. */
public final class DrawBench implements Bench {

    private static final String CONTESTS = "/v1/brands/" + SeedData.BRAND + "/contests";
    private static final String RULES = """
            {"name":"Win a bicycle","mechanic":"draw","opensAt":"2026-01-01T00:00:00Z","closesAt":"%s",\
            "timeZone":"Europe/Paris","officialRules":"Ten bicycles are drawn among all who entered.",\
            "prizes":[{"name":"Bicycle","quantity":10}]}""";

    private static final String SCRIPT = "engagement-service/src/test/resources/draw/verify_draw.py";

    /** Time for the entries to be there, and for the views to have seen them, before the contest closes. */
    private static final Duration OPEN = Duration.ofSeconds(30);

    private static final int ENTRIES_SEEN_PER_SECOND = 4_000;

    private final List<Round> rounds = new ArrayList<>();

    /** @param peakBytes of the service, resident, since it started */
    private record Round(
            double sealed,
            double drawn,
            double proved,
            double again,
            double included,
            long proofBytes,
            double verified,
            double verifiedInPython,
            boolean holds,
            long peakBytes) {}

    @Override
    public int run(BenchOptions settings) throws Exception {
        int entries = settings.number("entries", 100_000);
        int times = settings.number("rounds", 3);
        var token = new CallerToken("admin");
        try (var database = BenchDatabase.start(settings.data("draw"), EngagementService.ROLE)) {
            SeedData.events(database);
            try (var service = EngagementService.start(settings, database, token, List.of())) {
                var asking = new SingleRequests(service.port(), token);
                verify(settings, "--help");
                var memory = new ResidentMemory(service.pid());
                for (int i = 0; i < times; i++) {
                    rounds.add(round(settings, database, asking, entries, memory));
                }
            }
            var report = new BenchReport(
                    "Drawing among " + format("%,d", entries),
                    settings.command(),
                    """
                    Contests with %s entries and ten prizes, one after the other, each from its end to a proof that
                    `./parvis verify-draw` has verified, and the script in Python that was written from docs/draw-proof.md alone.
                    The entries are put into the log as the service would have recorded them; it has a heap of 512 MB. Times in
                    seconds.""".formatted(format("%,d", entries)),
                    Machine.here(database.version()));
            table(report);
            report.promise(
                    "proofs that were verified : draws",
                    rounds.stream().filter(Round::holds).count() / (double) times,
                    1);
            report.write(settings.report("draw"));
            return report.missed();
        }
    }

    private Round round(
            BenchOptions settings, BenchDatabase database, SingleRequests asking, int entries, ResidentMemory memory)
            throws Exception {
        var closesAt = Instant.now()
                .plus(OPEN)
                .plusSeconds(entries / ENTRIES_SEEN_PER_SECOND)
                .truncatedTo(ChronoUnit.SECONDS);
        var contestId = asking.json("POST", CONTESTS, RULES.formatted(closesAt))
                .path("contestId")
                .asText();
        var contest = CONTESTS + "/" + contestId;
        var offered = "/v1/public/contests/" + contestId;
        asking.text("POST", contest + "/publish", "{}");
        SeedData.entries(database, "'" + contestId + "'", entries);
        if (Instant.now().isAfter(closesAt)) {
            throw new IllegalStateException("The entries came too late: the contest closed meanwhile.");
        }
        Thread.sleep(Duration.between(Instant.now(), closesAt));
        while (asking.json("GET", offered, "").path("merkleRoot").asText("").isEmpty()) {
            Thread.sleep(20);
        }
        double sealed = Duration.between(closesAt, Instant.now()).toMillis() / 1e3;
        var drawn = TimedResult.of(() -> asking.text("POST", contest + "/draw", "{}"));
        var proof = TimedResult.of(() -> asking.text("GET", offered + "/proof", ""));
        var again = TimedResult.of(() -> asking.text("GET", offered + "/proof", ""));
        var leaf = SingleRequests.parse(proof.value()).at("/leaves/0/leaf").asText();
        var included = TimedResult.of(() -> asking.text("GET", offered + "/inclusion/" + leaf, ""));
        var file = Files.writeString(settings.data("draw-proof.json"), proof.value());
        var verified = TimedResult.of(() -> verify(settings, file.toString()));
        var inPython = TimedResult.of(
                () -> run(settings, "python3", settings.root().resolve(SCRIPT).toString(), file.toString()));
        return new Round(
                sealed,
                drawn.seconds(),
                proof.seconds(),
                again.seconds(),
                included.seconds(),
                Files.size(file),
                verified.seconds(),
                inPython.seconds(),
                verified.value() == 0 && inPython.value() == 0,
                memory.peak());
    }

    private static int verify(BenchOptions settings, String word) throws Exception {
        return run(settings, settings.root().resolve("parvis").toString(), "verify-draw", word);
    }

    private static int run(BenchOptions settings, String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.data("draw-verified.txt").toFile())
                .start()
                .waitFor();
    }

    private void table(BenchReport report) {
        report.table(
                List.of(
                        "closed until sealed",
                        "drawn",
                        "proof, first",
                        "proof, again",
                        "inclusion",
                        "proof, MB",
                        "verified",
                        "verified in Python",
                        "service at its peak, MB resident"),
                rounds.stream()
                        .map(round -> List.of(
                                format("%.2f", round.sealed()),
                                format("%.2f", round.drawn()),
                                format("%.2f", round.proved()),
                                format("%.2f", round.again()),
                                format("%.3f", round.included()),
                                format("%.1f", round.proofBytes() / 1e6),
                                format("%.2f", round.verified()),
                                format("%.2f", round.verifiedInPython()),
                                format("%.0f", round.peakBytes() / 1e6)))
                        .toList());
    }
}
