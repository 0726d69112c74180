package io.parvis.eventing.projection;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs a task on request, one run at a time and with a minimum interval between two starts; requests meanwhile share
 * the next run.
 */
final class ThrottledTask {

    private static final long NEVER = Long.MAX_VALUE;

    private final Vertx vertx;
    private final long gapNanos;
    private final Supplier<Future<?>> task;
    private final long start = System.nanoTime();
    private boolean running;
    private long last;
    private long next = NEVER;

    ThrottledTask(Vertx vertx, long gapMillis, Supplier<Future<?>> task) {
        this.vertx = vertx;
        this.gapNanos = TimeUnit.MILLISECONDS.toNanos(gapMillis);
        this.task = task;
        this.last = -gapNanos;
    }

    /** It should begin again within that time. */
    void within(long millis) {
        synchronized (this) {
            long wanted = Math.max(now() + TimeUnit.MILLISECONDS.toNanos(millis), last + gapNanos);
            if (next <= wanted) {
                return;
            }
            next = wanted;
        }
        planned();
    }

    private void planned() {
        long at;
        long delay;
        synchronized (this) {
            if (running || next == NEVER) {
                return;
            }
            at = next;
            delay = at - now();
        }
        if (delay <= 0) {
            begin(at);
        } else {
            vertx.setTimer(1 + TimeUnit.NANOSECONDS.toMillis(delay), tick -> begin(at));
        }
    }

    /** @param at for which it was planned; where it has been planned anew since then, another begins it */
    private void begin(long at) {
        synchronized (this) {
            if (running || next != at) {
                return;
            }
            running = true;
            last = now();
            next = NEVER;
        }
        Future.succeededFuture().compose(now -> task.get()).onComplete(done -> {
            synchronized (this) {
                running = false;
            }
            planned();
        });
    }

    private long now() {
        return System.nanoTime() - start;
    }
}
