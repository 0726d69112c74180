package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.BenchOptions;
import io.parvis.bench.http.Processors;
import io.parvis.bench.measure.BenchReport;
import io.parvis.bench.measure.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/** How fast a long log is read from its beginning, and how soon a new event reaches whoever reads its end. */
public final class ReplayBench implements Bench {

    private static final int SAMPLES = 2_000;

    @Override
    public int run(BenchOptions settings) throws Exception {
        long events = settings.number("events", 1_000_000);
        int rounds = settings.number("rounds", 5);
        try (var database =
                BenchDatabase.start(settings.data("replay"), Processors.HANDLERS_ROLE, Processors.SERVICE_ROLE)) {
            SeededLog.upTo(database, events);
            try (var bench = new BenchEngine(database)) {
                var rates = new ArrayList<Double>();
                for (int round = 0; round <= rounds; round++) {
                    double rate = replay(bench, events);
                    System.out.printf("  round %d  %,.0f events/s%s%n", round, rate, round == 0 ? " (warming up)" : "");
                    if (round > 0) {
                        rates.add(rate);
                    }
                }
                rates.sort(null);
                var latency = appendToReader(bench);
                var processors = new Processors(settings, database);
                var nothing = processors.throughNothing(SAMPLES);
                System.out.printf("  through a processor %,.0f events/s%n", nothing.perSecond());
                SeededLog.engagement(database);
                var view = processors.intoEntries();
                System.out.printf("  into the view of entries %,.0f events/s%n", view);
                var report = new BenchReport(
                        "Replay", settings.command(), """
                        A log of %,d entries is read from its beginning: by a reader of the engine's stream that does nothing;
                        through a processor as services have it (its claims, its transactions, its token in PostgreSQL), in a
                        process of its own with a handler that does nothing; and by engagement-service, which makes its view of
                        entries from them, a row each. Then, at the end of the log, the time from the beginning of an append to
                        the reader's having it, and from the beginning of a command to its event's coming to the handler.""".formatted(events), Machine.here(database.version()));
                report.table(
                        List.of("", "events per second"),
                        List.of(
                                List.of("stream, median of %d".formatted(rounds), number(rates.get(rates.size() / 2))),
                                List.of("processor with a handler that does nothing", number(nothing.perSecond())),
                                List.of("engagement-service into its view of entries", number(view))));
                report.table(
                        List.of("", "p50", "p99"),
                        List.of(
                                List.of(
                                        "append to reader, %,d one after the other".formatted(SAMPLES),
                                        millis(latency.getValueAtPercentile(50)),
                                        millis(latency.getValueAtPercentile(99))),
                                List.of(
                                        "command to handler, %,d one after the other".formatted(SAMPLES),
                                        millis(Processors.percentile(nothing.latencyMicros(), 0.5)),
                                        millis(Processors.percentile(nothing.latencyMicros(), 0.99)))));
                report.promise("events per second through an empty handler", nothing.perSecond(), 50_000);
                report.promise("events per second into a view", view, 10_000);
                report.limit(
                        "median from command to handler, in ms",
                        Processors.percentile(nothing.latencyMicros(), 0.5) / 1_000.0,
                        5);
                report.write(settings.report("replay"));
                return report.missed();
            }
        }
    }

    private static String number(double value) {
        return BenchReport.format("%,.0f", value);
    }

    private static String millis(double micros) {
        return BenchReport.format("%.2f ms", micros / 1_000.0);
    }

    private static double replay(BenchEngine bench, long events) throws InterruptedException {
        long began = System.nanoTime();
        try (var reader = new Reader(bench, 0)) {
            for (long read = 0; read < events; ) {
                read += reader.takeAll();
            }
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private static Histogram appendToReader(BenchEngine bench) throws Exception {
        var latency = new Histogram(60_000_000, 3);
        var appends = new EngineAppends(bench.engine());
        long head =
                bench.engine().head().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        try (var reader = new Reader(bench, head)) {
            for (int i = 0; i < SAMPLES; i++) {
                long began = System.nanoTime();
                var appended = new CompletableFuture<Object>();
                bench.onLoop(() -> appends.append(0).whenComplete((done, failed) -> appended.complete("")));
                while (reader.takeAll() == 0) {
                    Thread.onSpinWait();
                }
                latency.recordValue((System.nanoTime() - began) / 1_000);
                appended.get(10, TimeUnit.SECONDS);
            }
        }
        return latency;
    }

    /** Waits for news and takes all there is. */
    private static final class Reader implements AutoCloseable {

        private final Semaphore news = new Semaphore(0);
        private final MessageStream<EventMessage> stream;

        Reader(BenchEngine bench, long after) {
            stream = bench.engine().stream(
                    StreamingCondition.conditionFor(
                            new GlobalSequenceTrackingToken(after), EventCriteria.havingAnyTag()),
                    null);
            stream.setCallback(news::release);
        }

        long takeAll() throws InterruptedException {
            long taken = 0;
            while (stream.next().isPresent()) {
                taken++;
            }
            if (taken == 0) {
                boolean told = news.tryAcquire(1, TimeUnit.SECONDS);
                if (told) {
                    news.drainPermits();
                }
            }
            return taken;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
