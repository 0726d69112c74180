package io.parvis.eventing.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * Runs one processor's coordination. After an error Axon starts a new coordinator, but tasks that the old one
 * scheduled would keep running next to it: they are cancelled here. It also shortens two of Axon's delays: for full
 * workers, and after errors, so that it soon finds the database back.
 */
final class CoordinatorExecutor extends ScheduledThreadPoolExecutor {

    private static final String COORDINATION = "CoordinationTask";

    /** What Axon waits, in milliseconds, where a processor's buffer of 1,024 is full: 10,000 events a second at the most. */
    private static final long WHERE_FULL = 100;

    /** A batch or two; looking again costs microseconds. */
    private static final long SOON = 2;

    /** After an outage every view would lag for so long. */
    private static final long LONGEST = 5_000;

    CoordinatorExecutor(String processor) {
        super(1, new AxonThreadFactory("coordinator of " + processor));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (command.getClass().getSimpleName().equals(COORDINATION)) {
            getQueue().clear();
        }
        long millis = unit.toMillis(delay);
        return super.schedule(command, millis == WHERE_FULL ? SOON : Math.min(millis, LONGEST), TimeUnit.MILLISECONDS);
    }
}
