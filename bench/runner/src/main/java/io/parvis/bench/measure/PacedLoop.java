package io.parvis.bench.measure;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A number of clients that together ask at a steady rate, whether or not they are answered in time. What one waits for
 * its turn counts as latency: it runs from when it should have begun.
 */
public final class PacedLoop implements Contender {

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
            var tally = new RunCounter(name, clients);
            long began = System.nanoTime();
            var run = new Run(timer, tally, began + duration.toNanos());
            for (int client = 0; client < clients; client++) {
                run.next(client, began + intervalNanos * client / clients);
            }
            return tally.awaitAll();
        }
    }

    private final class Run {

        private final ScheduledExecutorService timer;
        private final RunCounter tally;
        private final long deadline;

        Run(ScheduledExecutorService timer, RunCounter tally, long deadline) {
            this.timer = timer;
            this.tally = tally;
            this.deadline = deadline;
        }

        void next(int client, long intended) {
            if (intended > deadline) {
                tally.leave();
                return;
            }
            timer.schedule(() -> begin(client, intended), intended - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        private void begin(int client, long intended) {
            once.apply(client).whenComplete((done, failure) -> {
                tally.ended(intended, failure);
                next(client, intended + intervalNanos);
            });
        }
    }
}
