package io.parvis.eventing.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What something costs its thread: a busy machine changes nothing of it. */
public final class ThreadCpu {

    private ThreadCpu() {}

    /** The least of a few times: what the virtual machine does beside is no part of it. */
    public static Duration of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
        }
        return Duration.ofNanos(least);
    }
}
