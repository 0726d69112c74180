package io.parvis.bench.measure;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A number of clients that together ask at a steady rate, whether or not they are answered in time. What one waits for
 * its turn counts as latency: it runs from when it should have begun.
 */
public final class PacedLoop implements Contender {

    private static final long LONGEST_MICROS = 60_000_000;

    private final String name;
    private final int clients;
    private final long intervalNanos;
    private final IntFunction<? extends CompletionStage<?>> once;

    /** @param perSecond of all clients together */
    public PacedLoop(String name, int clients, double perSecond, IntFunction<? extends CompletionStage<?>> once) {
        this.name = name;
        this.clients = clients;
        this.intervalNanos = (long) (1e9 * clients / perSecond);
        this.once = once;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Duration duration) {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var run = new Run(timer, System.nanoTime() + duration.toNanos());
            long began = System.nanoTime();
            run.underWay.bulkRegister(clients);
            for (int client = 0; client < clients; client++) {
                run.next(client, began + intervalNanos * client / clients);
            }
            run.underWay.arriveAndAwaitAdvance();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Measurement(run.latency.getTotalCount(), run.failed.get(), seconds, run.latency);
        }
    }

    private final class Run {

        private final ScheduledExecutorService timer;
        private final long deadline;
        private final Phaser underWay = new Phaser(1);
        private final ConcurrentHistogram latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
        private final AtomicLong failed = new AtomicLong();

        Run(ScheduledExecutorService timer, long deadline) {
            this.timer = timer;
            this.deadline = deadline;
        }

        void next(int client, long intended) {
            if (intended > deadline) {
                underWay.arriveAndDeregister();
                return;
            }
            timer.schedule(() -> begin(client, intended), intended - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        private void begin(int client, long intended) {
            once.apply(client).whenComplete((done, failure) -> {
                if (failure == null) {
                    latency.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - intended) / 1_000));
                } else {
                    failed.incrementAndGet();
                }
                next(client, intended + intervalNanos);
            });
        }
    }
}
