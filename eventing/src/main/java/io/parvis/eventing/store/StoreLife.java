package io.parvis.eventing.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The life of the store: an epoch, as of Kafka's leaders, or a timeline, as of PostgreSQL. Positions are unique
 * within one life. A new life begins with a restore, and when a process finds that an event it knew is missing: after
 * a failover to a replica that lacked the end of the log, or a crash that lost what was not flushed. Positions are
 * then used again, while processes and callers still hold the old ones; so every position that leaves the suite, or
 * is kept in memory, names its life. This class also knows the newest event that this process has seen.
 */
public final class StoreLife {

    private static final Logger LOG = Logger.getLogger(StoreLife.class);
    private static final int SHORT_NAME = 8;

    /** Before anything was read. */
    static final UUID UNKNOWN = new UUID(0, 0);

    /** @param newest the last event that this process knows of that life */
    record Known(UUID life, LogPosition newest) {

        boolean isNothing() {
            return life.equals(UNKNOWN);
        }
    }

    private final Pool pool;
    private final List<Runnable> forgetting = new CopyOnWriteArrayList<>();
    private final List<Runnable> restarted = new CopyOnWriteArrayList<>();
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(UNKNOWN, LogPosition.START));

    /** What was known of lives that are over: where the database goes back to before their end, they end again. */
    private final Map<UUID, LogPosition> former = new ConcurrentHashMap<>();

    private final AtomicBoolean asking = new AtomicBoolean();

    StoreLife(Pool pool) {
        this.pool = pool;
    }

    public UUID id() {
        return known().life();
    }

    /** Its name in what callers send often: eight hexadecimal digits, enough to tell it from those before it. */
    public String shortName() {
        return id().toString().substring(0, SHORT_NAME);
    }

    /** Runs whenever a life has ended: clears what was cached of it. */
    public void onEnd(Runnable forget) {
        forgetting.add(forget);
    }

    /** Runs whenever the database may have restarted: commits that did not wait for the disk may be lost. */
    public void onRestart(Runnable forget) {
        restarted.add(forget);
    }

    public void onPossibleRestart() {
        restarted.forEach(Runnable::run);
    }

    Known known() {
        return known.get();
    }

    /** That event is in the log of that life. */
    void recorded(UUID life, LogPosition place) {
        known.updateAndGet(now ->
                now.life().equals(life) && place.position() > now.newest().position() ? new Known(life, place) : now);
    }

    /** Learns which life it is, and whether the newest event that was known is still there. */
    public Future<UUID> learn() {
        return compare(known());
    }

    /** Where that event is missing from that life, the life is over for everybody; whose life is over is told the next. */
    Future<UUID> compare(Known asked) {
        return endWithout(asked.life(), asked.newest());
    }

    /**
     * Somebody knew that event in that life.
     *
     * @return the life there is; another one where the event is missing
     */
    public Future<UUID> endWithout(UUID life, LogPosition missing) {
        return ask(life, missing).onSuccess(this::is);
    }

    private Future<UUID> ask(UUID life, LogPosition missing) {
        return pool.preparedQuery("select event_store.end_life($1, $2, $3)")
                .execute(Tuple.of(life, missing.position(), missing.id()))
                .map(rows -> rows.iterator().next().getUUID(0));
    }

    /** It was read that the store is in that life. A read that was under way for long may tell one that is over. */
    void is(UUID life) {
        if (life.equals(id())) {
            return;
        }
        var lost = former.get(life);
        if (lost == null) {
            begin(life);
        } else if (asking.compareAndSet(false, true)) {
            ask(life, lost).onComplete(now -> asking.set(false)).onSuccess(this::begin);
        }
    }

    private void begin(UUID life) {
        var before = known.getAndUpdate(now -> now.life().equals(life) ? now : new Known(life, LogPosition.START));
        former.remove(life);
        if (before.isNothing() || before.life().equals(life)) {
            return;
        }
        former.put(before.life(), before.newest());
        LOG.warnf(
                "The event store is in another life: its log has lost events that were recorded (a failover, a crash),"
                        + " or was restored. What this process remembered of it, up to event %d, is forgotten; views that"
                        + " hold more than the log are built anew",
                before.newest().position());
        forgetting.forEach(Runnable::run);
    }
}
