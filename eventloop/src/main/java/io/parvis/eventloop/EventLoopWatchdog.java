package io.parvis.eventloop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Looks at every event loop a hundred times a second, from a thread of its own. A loop that answers nothing for long
 * stands still; beats are counted and not timed, so that a process that was itself stopped for a while is not taken for
 * stuck. A task is known by the time at which Vert.x began it: what Netty does beside (reading, writing) is not seen,
 * and the first and last few milliseconds of a task are not either.
 */
@ApplicationScoped
public class EventLoopWatchdog {

    private static final Logger LOG = Logger.getLogger(EventLoopWatchdog.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(250);
    private static final int MAX_RECORDED = 100;

    private final List<WatchedLoop> loops;
    private final long holdLimit;
    private final int maxHeartbeatsMissed;
    private final ConcurrentLinkedQueue<BlockingTask> recorded = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-loop-watch").factory());

    EventLoopWatchdog(Vertx vertx, EventLoopConfig config) {
        this.loops = StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .map(WatchedLoop::new)
                .toList();
        this.holdLimit = config.holdLimit().toNanos();
        this.maxHeartbeatsMissed =
                (int) Math.ceilDiv(config.standstillLimit().toMillis(), HEARTBEAT_INTERVAL.toMillis());
    }

    void start(@Observes StartupEvent starting) {
        thread.scheduleAtFixedRate(
                () -> loops.forEach(WatchedLoop::heartbeat), 0, HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(
                () -> loops.forEach(loop -> loop.check(holdLimit, this::report)),
                0,
                CHECK_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void report(BlockingTask hold) {
        LOG.log(hold.isWarmingUp() ? Logger.Level.DEBUG : Logger.Level.WARN, hold);
        if (recorded.size() < MAX_RECORDED) {
            recorded.add(hold);
        }
    }

    /** The names of the loops that stand still. */
    List<String> stuckLoops() {
        return loops.stream()
                .filter(loop -> loop.heartbeatsMissed() >= maxHeartbeatsMissed)
                .map(WatchedLoop::name)
                .toList();
    }

    /** What has held a loop since this was last asked. */
    public List<BlockingTask> drain() {
        var all = new ArrayList<BlockingTask>();
        for (var hold = recorded.poll(); hold != null; hold = recorded.poll()) {
            all.add(hold);
        }
        return all;
    }
}
