package io.parvis.eventloop;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.impl.VertxThread;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One event loop. All but the heartbeat runs on the watchdog's thread. */
final class WatchedLoop {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    private final EventExecutor loop;
    private volatile @Nullable VertxThread thread;

    private volatile boolean heartbeatPending;
    private volatile int heartbeatsMissed;

    /** The start time of the current task, which identifies it; 0 for none. */
    private long task;

    private long cpuWhenFirstSeen;
    private long classesWhenFirstSeen;
    private long held;
    private StackTraceElement @Nullable [] where;

    WatchedLoop(EventExecutor loop) {
        this.loop = loop;
    }

    /** Requests a heartbeat, and counts those missed in a row. */
    void heartbeat() {
        if (heartbeatPending) {
            heartbeatsMissed++;
            return;
        }
        heartbeatsMissed = 0;
        heartbeatPending = true;
        try {
            loop.execute(this::answer);
        } catch (RejectedExecutionException shuttingDown) {
            heartbeatPending = false;
        }
    }

    private void answer() {
        if (thread == null && Thread.currentThread() instanceof VertxThread mine) {
            thread = mine;
        }
        heartbeatPending = false;
    }

    int heartbeatsMissed() {
        return heartbeatsMissed;
    }

    String name() {
        var known = thread;
        return known == null ? "an event loop" : known.getName();
    }

    /** Checks the current task; one over the limit is reported when it has ended. */
    void check(long blockingLimitNanos, Consumer<BlockingTask> report) {
        var looked = thread;
        if (looked == null) {
            return;
        }
        long now = looked.startTime();
        if (now != task) {
            reportFinished(looked, report);
            task = now;
            cpuWhenFirstSeen = now == 0 ? 0 : THREADS.getThreadCpuTime(looked.threadId());
            classesWhenFirstSeen = CLASSES.getTotalLoadedClassCount();
        } else if (now != 0) {
            long cpu = THREADS.getThreadCpuTime(looked.threadId()) - cpuWhenFirstSeen;
            // The task may have ended between the two readings: then the time is partly another's.
            if (looked.startTime() == now && cpu > held) {
                held = cpu;
                if (where == null && held > blockingLimitNanos) {
                    where = looked.getStackTrace();
                }
            }
        }
    }

    private void reportFinished(Thread looked, Consumer<BlockingTask> report) {
        if (where != null) {
            report.accept(
                    BlockingTask.of(looked, held, CLASSES.getTotalLoadedClassCount() - classesWhenFirstSeen, where));
        }
        held = 0;
        where = null;
    }
}
