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
 * Checks every event loop a hundred times a second, from a thread of its own. A loop without heartbeats is stuck;
 * heartbeats are counted and not timed, so that a process that was itself paused does not count as stuck. Tasks are
 * told apart by the start time that Vert.x gives them: Netty's own reading and writing is not measured, nor are the
 * first and last milliseconds of a task.
 */
@ApplicationScoped
public class EventLoopWatchdog {

    private static final Logger LOG = Logger.getLogger(EventLoopWatchdog.class);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(250);
    private static final int MAX_RECORDED = 100;

    private final List<WatchedLoop> loops;
    private final long blockingLimit;
    private final int maxHeartbeatsMissed;
    private final ConcurrentLinkedQueue<BlockingTask> recorded = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-loop-watch").factory());

    EventLoopWatchdog(Vertx vertx, EventLoopConfig config) {
        this.loops = StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .map(WatchedLoop::new)
                .toList();
        this.blockingLimit = config.blockingLimit().toNanos();
        this.maxHeartbeatsMissed = (int) Math.ceilDiv(config.stuckAfter().toMillis(), HEARTBEAT_INTERVAL.toMillis());
    }

    void start(@Observes StartupEvent starting) {
        thread.scheduleAtFixedRate(
                () -> loops.forEach(WatchedLoop::heartbeat), 0, HEARTBEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(
                () -> loops.forEach(loop -> loop.check(blockingLimit, this::report)),
                0,
                CHECK_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private void report(BlockingTask task) {
        LOG.log(task.isWarmingUp() ? Logger.Level.DEBUG : Logger.Level.WARN, task);
        if (recorded.size() < MAX_RECORDED) {
            recorded.add(task);
        }
    }

    /** The names of the stuck loops. */
    List<String> stuckLoops() {
        return loops.stream()
                .filter(loop -> loop.heartbeatsMissed() >= maxHeartbeatsMissed)
                .map(WatchedLoop::name)
                .toList();
    }

    /** The blocking tasks since the last call. */
    public List<BlockingTask> drain() {
        var all = new ArrayList<BlockingTask>();
        for (var task = recorded.poll(); task != null; task = recorded.poll()) {
            all.add(task);
        }
        return all;
    }
}
