package io.parvis.eventloop.testing;

import io.parvis.eventloop.BlockingTask;
import io.parvis.eventloop.EventLoopWatchdog;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Registered for every {@code @QuarkusTest}. Tests meet most code for the first time: while classes are loaded more is
 * allowed, and otherwise more than in production, where code has been compiled.
 */
public final class NoTaskBlocksEventLoop implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    private static final Duration MOST = Duration.ofMillis(250);
    private static final Duration MOST_WHILE_WARMING_UP = Duration.ofSeconds(2);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        drained();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var tasks = drained().stream().filter(NoTaskBlocksEventLoop::isTooLong).toList();
        if (!tasks.isEmpty() && !context.getTestMethod().isAnnotationPresent(BlocksEventLoop.class)) {
            throw new AssertionError(tasks.stream().map(BlockingTask::toString).collect(Collectors.joining("\n")));
        }
    }

    private static boolean isTooLong(BlockingTask task) {
        return task.cpu().compareTo(task.isWarmingUp() ? MOST_WHILE_WARMING_UP : MOST) > 0;
    }

    private static List<BlockingTask> drained() {
        return Arc.container().instance(EventLoopWatchdog.class).get().drain();
    }
}
