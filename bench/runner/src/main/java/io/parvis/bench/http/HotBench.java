package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Comparison;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Result;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a boundary that everybody wants: sixty-four who set one brand's persona, beside a brand each; through
 * one process, and through several on one store, which share no queue.
 */
public final class HotBench implements Bench {

    private static final int EDITORS = 64;
    private static final int[] PROCESSES = {1, 2, 6};
    private static final double MOST_REFUSED = 0.01;

    private final List<ServiceProcess> services = new ArrayList<>();

    @Override
    public int run(BenchOptions settings) throws InterruptedException {
        var token = new CallerToken("editor");
        var vertx = Vertx.vertx();
        try (var database = BenchDatabase.start(settings.data("hot"), BenchDatabase.ROLE, PresenceService.ROLE)) {
            brands(database);
            var all = new ArrayList<PersonaLoad>();
            for (int started = 0; started < PROCESSES[PROCESSES.length - 1]; started++) {
                services.add(PresenceService.start(settings, database, token));
            }
            var client = vertx.createNetClient();
            for (var processes : PROCESSES) {
                all.add(personas(client, processes, false, token));
                all.add(personas(client, processes, true, token));
            }
            var comparison = settings.comparison(5, 2);
            var results =
                    comparison.of(all.stream().map(PersonaLoad::closedLoop).toList());
            return report(settings, database, comparison, all, results);
        } finally {
            services.forEach(ServiceProcess::close);
            vertx.close();
        }
    }

    private static String name(int processes, boolean hot) {
        return "%d %s, %s"
                .formatted(
                        processes, processes == 1 ? "process" : "processes", hot ? "all on one brand" : "a brand each");
    }

    private PersonaLoad personas(NetClient client, int processes, boolean hot, CallerToken token) {
        var ports = services.stream().limit(processes).map(ServiceProcess::port).toList();
        return new PersonaLoad(
                name(processes, hot), client, EDITORS, ports, editor -> hot ? "hot" : "b" + editor, token);
    }

    private static int report(
            BenchOptions settings,
            BenchDatabase database,
            Comparison comparison,
            List<PersonaLoad> all,
            List<Result> results) {
        var report = new BenchReport(
                "One boundary that everybody wants",
                settings.command(),
                """
                %d editors set personas through presence-service over HTTP, each time another one: a brand each, or all on one,
                where every command depends on what the one before it recorded. Within a process they are queued and
                decided in groups; appends of processes conflict, and are retried. %d of them run all the time. %s.\
                """.formatted(EDITORS, PROCESSES[PROCESSES.length - 1], comparison.inWords()),
                Machine.here(database.version()));
        report.rates(results);
        report.table(
                List.of("", "answered 503 `too-contended`", "the editor who came off worst : the average"),
                all.stream()
                        .map(personas -> List.of(
                                personas.name(),
                                BenchReport.format("%.2f %%", 100 * personas.shareOfTheRefused()),
                                BenchReport.format("%.2f", personas.shareOfTheLeast())))
                        .toList());
        var named = Comparison.byName(results);
        for (var processes : PROCESSES) {
            report.promise(
                    name(processes, true) + " : " + name(processes, false),
                    named.get(name(processes, true)).perSecond()
                            / named.get(name(processes, false)).perSecond(),
                    0.2);
        }
        all.forEach(personas ->
                report.limit(personas.name() + ", share of the refused", personas.shareOfTheRefused(), MOST_REFUSED));
        report.write(settings.report("hot"));
        return report.missed();
    }

    private static void brands(BenchDatabase database) {
        SeedData.record(
                database,
                "presence.BrandRegistered",
                "1",
                "(select 'hot' as n union all select 'b' || g from generate_series(0, %d) g) b".formatted(EDITORS - 1),
                """
                json_build_object('brandId', n, 'slug', 'slug-' || n, 'name', 'Velo Club', 'timeZone', 'Europe/Paris',
                  'languages', array['fr'])\
                """,
                "array['brand-life=' || n, 'brand-slug=slug-' || n, 'brand=' || n]");
        database.execute("analyze");
    }
}
