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
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** What an entry costs where a million have entered, and what a limit on entries costs those who want the last place. */
public final class EnterBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final int LIMIT = 10_000;
    private static final String SMALL = "into contests with 10 entries";
    private static final String JAVA = "its JVM";
    private static final String POSTGRES = "PostgreSQL";

    /** So that they stay small. */
    private static final int ENTRIES_OF_A_SMALL_ONE = 500;

    private static final int SMALL_ONES = 1_000;

    /** Each enters the large one once: more than this bench gets to. */
    private static final int FANS = SMALL_ONES * ENTRIES_OF_A_SMALL_ONE;

    @Override
    public int run(BenchOptions settings) throws Exception {
        int prior = settings.number("prior", 1_000_000);
        var largeOne = BenchReport.format("into a contest with %,d", prior);
        var token = new CallerToken("partner");
        var vertx = Vertx.vertx();
        try (var database = BenchDatabase.start(settings.data("enter"), EngagementService.ROLE)) {
            seed(database, prior);
            try (var service = EngagementService.start(settings, database, token, List.of())) {
                var entering = EntryLoad.over(
                        vertx.createNetClient(), CONNECTIONS, service.port(), EngagementService.ENTRIES, token);
                var small = entering.into(number -> "s" + number / ENTRIES_OF_A_SMALL_ONE, FANS);
                var large = entering.into(number -> "large", FANS);
                var views = new CatchUpAfterEachRound(small.closedLoop(SMALL), database);
                System.out.println("  the views catch up with the entries that are there");
                views.catchUp();
                var contenders = List.of(
                        metered(views, service, database),
                        metered(new CatchUpAfterEachRound(large.closedLoop(largeOne), database), service, database));
                var comparison = settings.comparison(6, 4);
                var results = comparison.of(contenders);
                var filling = new FillContestLoad(entering.into(number -> "full", FANS));
                filling.run();
                var named = Comparison.byName(results);
                var report = new BenchReport(
                        "Entering a contest that many have entered",
                        settings.command(),
                        """
                        Fans enter over %d connections, through engagement-service: %s, and %s; the views keep pace in the same
                        process. %s.""".formatted(CONNECTIONS, SMALL, largeOne, comparison.inWords()),
                        Machine.here(database.version()));
                report.rates(results);
                report.paragraph("Processor time per entry, in microseconds:");
                report.table(
                        List.of("", JAVA, POSTGRES),
                        contenders.stream()
                                .map(one -> List.of(one.name(), micros(one, JAVA), micros(one, POSTGRES)))
                                .toList());
                report.limit(
                        "cost of an entry " + largeOne + " : " + SMALL,
                        cost(contenders.get(1)) / cost(contenders.get(0)),
                        1.2);
                report.section(
                        "A limit",
                        "The same connections into one contest that takes %,d entries, until each has been told that it is full."
                                .formatted(LIMIT));
                report.paragraph(
                        "%,d entered in %.1f s, %,.0f a second; %,d were told that it is full, and nobody anything else."
                                .formatted(
                                        filling.entered(), filling.seconds(), filling.perSecond(), filling.refused()));
                report.promise("entered : the limit", filling.entered() / (double) LIMIT, 1);
                report.limit("entered : the limit", filling.entered() / (double) LIMIT, 1);
                report.promise(
                        "filling : entering without a limit",
                        filling.perSecond() / named.get(SMALL).perSecond(),
                        0.2);
                report.write(settings.report("enter"));
                return report.missed();
            }
        } finally {
            vertx.close();
        }
    }

    private static void seed(BenchDatabase database, int prior) {
        SeedData.events(database);
        SeedData.fans(database, SeedData.FANS, FANS);
        var small = "'s' || generate_series(0, %d)".formatted(SMALL_ONES - 1);
        SeedData.contests(database, small, "");
        SeedData.contests(database, "'large'", "");
        SeedData.contests(database, "'full'", ",\"maxEntries\":" + LIMIT);
        SeedData.entries(database, small, 10);
        SeedData.entries(database, "'large'", prior);
    }

    private static Metered metered(Contender contender, ServiceProcess service, BenchDatabase database) {
        return new Metered(
                contender,
                Map.of(JAVA, new CpuTime(service.pid(), false), POSTGRES, new CpuTime(database.pid(), true)));
    }

    private static String micros(Metered contender, String process) {
        return BenchReport.format("%.0f", contender.microsPerOperation(process));
    }

    private static double cost(Metered contender) {
        return contender.microsPerOperation(JAVA) + contender.microsPerOperation(POSTGRES);
    }
}
