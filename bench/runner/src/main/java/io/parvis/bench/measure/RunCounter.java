package io.parvis.bench.measure;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/** What a number of clients do in one run, until the last of them has left. */
final class RunCounter {

    /** In microseconds; what takes longer counts as this. */
    static final long LONGEST = 60_000_000;

    private final String name;
    private final long began = System.nanoTime();
    private final Phaser underWay;
    private final ConcurrentHistogram latency = new ConcurrentHistogram(LONGEST, 3);
    private final AtomicLong failed = new AtomicLong();

    RunCounter(String name, int clients) {
        this.name = name;
        this.underWay = new Phaser(1 + clients);
    }

    /** One operation has ended that began, or should have begun, at that time. */
    void ended(long since, @Nullable Throwable failure) {
        if (failure == null) {
            latency.recordValue(Math.min(LONGEST, (System.nanoTime() - since) / 1_000));
        } else if (failed.getAndIncrement() == 0) {
            System.out.println("  " + name + " fails: " + rootOf(failure));
        }
    }

    void leave() {
        underWay.arriveAndDeregister();
    }

    Measurement awaitAll() {
        underWay.arriveAndAwaitAdvance();
        return new Measurement(latency.getTotalCount(), failed.get(), (System.nanoTime() - began) / 1e9, latency);
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
