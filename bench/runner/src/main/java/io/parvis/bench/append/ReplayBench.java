package io.parvis.bench.append;

import io.parvis.bench.Bench;
import io.parvis.bench.BenchDatabase;
import io.parvis.bench.Settings;
import io.parvis.bench.measure.Machine;
import io.parvis.bench.measure.Report;
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
    public int run(Settings settings) throws Exception {
        long events = settings.number("events", 1_000_000);
        int rounds = settings.number("rounds", 5);
        try (var database = BenchDatabase.start(settings.data("replay"), BenchDatabase.ROLE)) {
            SeededLog.upTo(database, events);
            try (var bench = new EngineInBench(database)) {
                var rates = new ArrayList<Double>();
                for (int round = 0; round <= rounds; round++) {
                    double rate = replay(bench, events);
                    System.out.printf("  round %d  %,.0f events/s%s%n", round, rate, round == 0 ? " (warming up)" : "");
                    if (round > 0) {
                        rates.add(rate);
                    }
                }
                rates.sort(null);
                var latency = appendToHandler(bench);
                var report = new Report(
                        "Replay", settings.command(), """
                        A log of %,d entries is read from its beginning through the engine's stream, one event after the other,
                        by a reader that does nothing with them: what a processor adds (its transaction, its token) is not in
                        it. Then, at the end of the log, the time from the beginning of an append to the reader's having it.""".formatted(events), Machine.here(database.version()));
                report.table(
                        List.of("", "median", "slowest", "fastest"),
                        List.of(List.of(
                                "events per second",
                                Report.format("%,.0f", rates.get(rates.size() / 2)),
                                Report.format("%,.0f", rates.getFirst()),
                                Report.format("%,.0f", rates.getLast()))));
                report.table(
                        List.of("append to reader", "p50", "p99"),
                        List.of(List.of(
                                "%,d appends, one after the other".formatted(SAMPLES),
                                Report.format("%.2f ms", latency.getValueAtPercentile(50) / 1_000.0),
                                Report.format("%.2f ms", latency.getValueAtPercentile(99) / 1_000.0))));
                report.promise(
                        "events per second into a reader that does nothing", rates.get(rates.size() / 2), 50_000);
                report.limit("median from append to reader, in ms", latency.getValueAtPercentile(50) / 1_000.0, 5);
                report.write(settings.report("replay"));
                return report.missed();
            }
        }
    }

    private static double replay(EngineInBench bench, long events) throws InterruptedException {
        long began = System.nanoTime();
        try (var reader = new Reader(bench, 0)) {
            for (long read = 0; read < events; ) {
                read += reader.takeAll();
            }
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private static Histogram appendToHandler(EngineInBench bench) throws Exception {
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

        Reader(EngineInBench bench, long after) {
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
