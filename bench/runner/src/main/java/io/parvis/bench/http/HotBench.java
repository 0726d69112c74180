package io.parvis.bench.http;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import io.parvis.bench.measure.Comparison;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Report;
import io.vertx.core.Vertx;
import java.util.List;

/** What happens to a boundary that everybody wants: sixty-four who set one brand's persona, beside a brand each. */
public final class HotBench implements Bench {

    private static final int EDITORS = 64;
    private static final String EACH = "a brand each";
    private static final String ONE = "all on one brand";

    @Override
    public int run(Settings settings) throws InterruptedException {
        var token = new Token("editor");
        var vertx = Vertx.vertx();
        try (var database = BenchDatabase.start(settings.data("hot"), BenchDatabase.ROLE, PresenceService.ROLE)) {
            brands(database);
            try (var service = PresenceService.start(settings, database, token)) {
                var client = vertx.createNetClient();
                var each = new Personas(client, EDITORS, service.port(), editor -> "b" + editor, token);
                var one = new Personas(client, EDITORS, service.port(), editor -> "hot", token);
                var comparison = settings.comparison(8, 4);
                var results = comparison.of(List.of(each.closedLoop(EACH), one.closedLoop(ONE)));
                var named = Comparison.byName(results);
                var report = new Report(
                        "One boundary that everybody wants",
                        settings.command(),
                        """
                        %d editors set personas through presence-service over HTTP, each time another one: %s, and %s. Every
                        command of the latter depends on what the one before it recorded. %s.""".formatted(EDITORS, EACH, ONE, comparison.inWords()),
                        Machine.here(database.version()));
                report.rates(results);
                report.promise(
                        ONE + " : " + EACH,
                        named.get(ONE).perSecond() / named.get(EACH).perSecond(),
                        0.2);
                report.promise("the editor who came off worst : the average", one.shareOfTheLeast(), 0.5);
                report.write(settings.report("hot"));
                return report.missed();
            }
        } finally {
            vertx.close();
        }
    }

    private static void brands(BenchDatabase database) {
        Seed.record(
                database,
                "presence.BrandRegistered",
                "1",
                "(select 'hot' as n union all select 'b' || g from generate_series(0, %d) g) b".formatted(EDITORS - 1),
                """
                json_build_object('brandId', n, 'slug', 'slug-' || n, 'name', 'Velo Club', 'timeZone', 'Europe/Paris',
                  'languages', array['fr'])""",
                "array['brand-life=' || n, 'brand-slug=slug-' || n, 'brand=' || n]");
        database.execute("analyze");
    }
}
