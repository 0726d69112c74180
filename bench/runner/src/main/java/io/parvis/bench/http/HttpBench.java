package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Comparison;
import io.parvis.bench.measure.Contender;
import io.parvis.bench.measure.CpuTime;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Metered;
import io.parvis.bench.measure.Result;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Entering a contest over HTTP: the service as it is, beside a bare endpoint and the same contract as CRUD. */
public final class HttpBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final String SERVICE = "engagement-service";
    private static final String BARE = "bare endpoint, one INSERT";
    private static final String CRUD = "Quarkus CRUD, same contract";
    private static final String JAVA = "its JVM";
    private static final String POSTGRES = "PostgreSQL";
    private static final String CLIENT = "the client";

    @Override
    public int run(BenchOptions settings) throws InterruptedException {
        var token = new CallerToken("partner");
        var vertx = Vertx.vertx();
        try (var database = BenchDatabase.start(settings.data("http"), BenchDatabase.ROLE, "engagement")) {
            SeedData.tables(database);
            SeedData.events(database);
            try (var service = EngagementService.start(settings, database, token, List.of());
                    var peers = peers(settings, database)) {
                var client = vertx.createNetClient();
                var comparison = settings.comparison(8, 4);
                var ours = EntryLoad.over(client, CONNECTIONS, service.port(), EngagementService.ENTRIES, token);
                var bare = EntryLoad.over(client, CONNECTIONS, peers.port(), "/bare/contests/%s/entries", token);
                var crud = EntryLoad.over(client, CONNECTIONS, peers.port(), EngagementService.ENTRIES, token);
                var views = new CatchUpAfterEachRound(ours.closedLoop(SERVICE), database);
                var contenders = List.of(
                        metered(views, service, database),
                        metered(bare.closedLoop(BARE), peers, database),
                        metered(crud.closedLoop(CRUD), peers, database));
                var results = comparison.of(contenders);
                var named = Comparison.byName(results);
                var calm = new Comparison(Duration.ofSeconds(3), comparison.round(), 2)
                        .of(List.of(
                                ours.atPace(SERVICE, named.get(SERVICE).perSecond() / 2),
                                bare.atPace(BARE, named.get(BARE).perSecond() / 2),
                                crud.atPace(CRUD, named.get(CRUD).perSecond() / 2)));
                var ladder = ConcurrencyLadder.climb(clients -> List.of(
                        ours.with(clients).closedLoop(SERVICE),
                        bare.with(clients).closedLoop(BARE),
                        crud.with(clients).closedLoop(CRUD)));
                return report(settings, database, comparison, results, contenders, views, calm, ladder);
            }
        } finally {
            vertx.close();
        }
    }

    private static double ratio(Map<String, Result> results, double percentile) {
        return results.get(SERVICE).latencyMillis(percentile)
                / results.get(CRUD).latencyMillis(percentile);
    }

    private static Metered metered(Contender contender, ServiceProcess service, BenchDatabase database) {
        return new Metered(
                contender,
                Map.of(
                        JAVA, new CpuTime(service.pid(), false),
                        POSTGRES, new CpuTime(database.pid(), true),
                        CLIENT, new CpuTime(ProcessHandle.current().pid(), false)));
    }

    private static String micros(Metered contender, String process) {
        return BenchReport.format("%.0f", contender.microsPerOperation(process));
    }

    private static ServiceProcess peers(BenchOptions settings, BenchDatabase database) {
        return ServiceProcess.start(
                settings.root().resolve("bench/peers/target/quarkus-app"),
                settings.data("logs").resolve("peers.log"),
                "/",
                List.of(),
                Map.of(
                        "QUARKUS_DATASOURCE_REACTIVE_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", BenchDatabase.ROLE,
                        "QUARKUS_DATASOURCE_PASSWORD", database.password()));
    }

    private static int report(
            BenchOptions settings,
            BenchDatabase database,
            Comparison comparison,
            List<Result> results,
            List<Metered> contenders,
            CatchUpAfterEachRound views,
            List<Result> calm,
            ConcurrencyLadder ladder) {
        var report = new BenchReport(
                "One service over HTTP",
                settings.command(),
                """
                Fans enter contests over %d connections, each pair of fan and contest once. engagement-service does all it
                does in production: it verifies the caller's token, reads JSON strictly, sources three boundaries, decides,
                appends on a condition, and fills its views meanwhile in the same process. The peers do less: see
                `bench/peers`. All have the same JVM options and the same PostgreSQL, and the client shares their cores.
                %s.""".formatted(CONNECTIONS, comparison.inWords()),
                Machine.here(database.version()));
        report.rates(results);
        report.paragraph("Processor time per request, in microseconds:");
        report.table(
                List.of("", JAVA, POSTGRES, CLIENT),
                contenders.stream()
                        .map(contender -> List.of(
                                contender.name(),
                                micros(contender, JAVA),
                                micros(contender, POSTGRES),
                                micros(contender, CLIENT)))
                        .toList());
        report.paragraph("""
                The view of entries keeps pace meanwhile: after the last command of a round it lacked %,d events at the most.""".formatted(views.furthestBehind()));
        report.section("At half of one's own rate", """
                Requests come at a steady pace, half of what each could do above; latency runs from when a request should have
                begun.""");
        report.rates(calm);
        var named = Comparison.byName(results);
        ladder.tell(report);
        report.section(
                "What is aimed at", "A rate is to be at least, a latency at most, so many times that of the other.");
        var service = named.get(SERVICE).perSecond();
        report.promise(
                "per second, " + SERVICE + " : " + BARE,
                service / named.get(BARE).perSecond(),
                0.6);
        report.promise(
                "per second, " + SERVICE + " : " + CRUD,
                service / named.get(CRUD).perSecond(),
                1.8);
        var half = Comparison.byName(calm);
        report.limit("p50 at half load, " + SERVICE + " : " + CRUD, ratio(half, 50), 3);
        report.limit("p99 at half load, " + SERVICE + " : " + CRUD, ratio(half, 99), 3);
        report.limit("p50 alone, " + SERVICE + " : " + BARE, ladder.alone(SERVICE) / ladder.alone(BARE), 2.5);
        report.write(settings.report("http"));
        return report.missed();
    }
}
