package io.parvis.eventing.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * Runs one processor's coordination. After an error Axon begins a coordination anew and forgets the old one, but not
 * what the old one had planned: it would go on beside the new one. What was planned ends here when a new one begins.
 */
final class CoordinatorExecutor extends ScheduledThreadPoolExecutor {

    private static final String COORDINATION = "CoordinationTask";

    CoordinatorExecutor(String processor) {
        super(1, new AxonThreadFactory("coordinator of " + processor));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (command.getClass().getSimpleName().equals(COORDINATION)) {
            getQueue().clear();
        }
        return super.schedule(command, delay, unit);
    }
}
