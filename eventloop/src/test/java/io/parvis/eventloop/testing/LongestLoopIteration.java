package io.parvis.eventloop.testing;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/**
 * The most CPU time that an event loop spent in one iteration, with all that it did there: reading, writing and every
 * task. Each loop reads its thread's CPU clock once per iteration, every few milliseconds at most. So nothing counts
 * but what the loop itself computed: no collector of garbage, no compiler, no other process, and a task that was
 * merely made to wait is not long. What does count is code that runs for the first time; warm up, then {@link #take}.
 */
public final class LongestLoopIteration implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MILLIS = 5;

    private final List<Clock> clocks;
    private volatile boolean over;

    public LongestLoopIteration(Vertx vertx) {
        clocks = StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .map(Clock::new)
                .toList();
        clocks.forEach(clock -> clock.loop.execute(clock));
    }

    /** Of any loop, since this began or was last asked. */
    public Duration take() {
        return Duration.ofNanos(clocks.stream()
                .mapToLong(clock -> clock.longest.getAndSet(0))
                .max()
                .orElse(0));
    }

    @Override
    public void close() {
        over = true;
    }

    private final class Clock implements Runnable {

        private final EventExecutor loop;
        private final AtomicLong longest = new AtomicLong();
        private long before = -1;

        Clock(EventExecutor loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            var now = THREADS.getCurrentThreadCpuTime();
            if (before >= 0) {
                longest.accumulateAndGet(now - before, Math::max);
            }
            if (!over) {
                loop.schedule(this, LOOK_MILLIS, TimeUnit.MILLISECONDS);
                before = THREADS.getCurrentThreadCpuTime();
            }
        }
    }
}
