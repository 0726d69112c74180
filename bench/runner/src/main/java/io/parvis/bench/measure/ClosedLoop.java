package io.parvis.bench.measure;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;

/** A number of clients, each of which begins its next operation when the last one has ended. */
public final class ClosedLoop implements Contender {

    private static final long LONGEST_MICROS = 60_000_000;

    private final String name;
    private final int clients;
    private final IntFunction<? extends CompletionStage<?>> once;

    /** @param once one operation of the client with that number; must complete on another thread */
    public ClosedLoop(String name, int clients, IntFunction<? extends CompletionStage<?>> once) {
        this.name = name;
        this.clients = clients;
        this.once = once;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Duration duration) {
        var run = new Run(System.nanoTime() + duration.toNanos());
        long began = System.nanoTime();
        run.underWay.bulkRegister(clients);
        for (int client = 0; client < clients; client++) {
            run.next(client);
        }
        run.underWay.arriveAndAwaitAdvance();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measurement(run.latency.getTotalCount(), run.failed.get(), seconds, run.latency);
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private final class Run {

        private final long deadline;
        private final Phaser underWay = new Phaser(1);
        private final ConcurrentHistogram latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
        private final AtomicLong failed = new AtomicLong();

        Run(long deadline) {
            this.deadline = deadline;
        }

        void next(int client) {
            long began = System.nanoTime();
            if (began > deadline) {
                underWay.arriveAndDeregister();
                return;
            }
            once.apply(client).whenComplete((done, failure) -> {
                if (failure == null) {
                    latency.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000));
                } else if (failed.getAndIncrement() == 0) {
                    System.out.println("  " + name + " fails: " + rootOf(failure));
                }
                next(client);
            });
        }
    }
}
