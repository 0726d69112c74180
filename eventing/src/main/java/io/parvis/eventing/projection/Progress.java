package io.parvis.eventing.projection;

import io.parvis.eventing.store.EventStoreDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.QualifiedName;

/**
 * Knows how far this service has seen the log. A processor has seen a position when every event up to it that concerns
 * the processor is in its view; events that do not concern it never make it wait. What other replicas have done is read
 * from their tokens.
 */
@ApplicationScoped
public class Progress {

    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Pool pool;
    private final Vertx vertx;
    private final Map<String, Followed> followed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Promise<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastEffect = new AtomicLong();

    Progress(@EventStoreDatabase Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** @param seen everything up to here is in the view, as far as this process knows */
    private record Followed(String processor, String[] events, boolean reacts, AtomicLong seen) {}

    void follow(StreamHandler handler, Set<QualifiedName> events) {
        followed.put(
                handler.name(),
                new Followed(
                        handler.name(),
                        events.stream().map(QualifiedName::name).sorted().toArray(String[]::new),
                        handler instanceof Automation,
                        new AtomicLong()));
    }

    /** A batch was committed here: whoever waits should look again. How far it got, the tokens say. */
    void committed() {
        for (Promise<Void> waiter; (waiter = waiting.poll()) != null; ) {
            waiter.tryComplete();
        }
    }

    /** An automation's command was recorded up to that position: whoever waits for its cause waits for it too. */
    void effectAt(long position) {
        lastEffect.accumulateAndGet(position, Math::max);
    }

    /**
     * Waits until this service has seen everything up to the position, the effects of its own automations included.
     *
     * @return false where it has not after that time
     */
    public Future<Boolean> seen(long position, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        return seen(automations(), position, deadline)
                .compose(done -> done
                        ? seen(projections(), Math.max(position, lastEffect.get()), deadline)
                        : Future.succeededFuture(false));
    }

    private List<Followed> automations() {
        return followed.values().stream().filter(Followed::reacts).toList();
    }

    private List<Followed> projections() {
        return followed.values().stream().filter(one -> !one.reacts()).toList();
    }

    private Future<Boolean> seen(List<Followed> processors, long position, long deadline) {
        var behind =
                processors.stream().filter(one -> one.seen().get() < position).toList();
        if (behind.isEmpty()) {
            return Future.succeededFuture(true);
        }
        var news = Promise.<Void>promise();
        waiting.add(news);
        return look(behind, position).compose(allSeen -> {
            if (allSeen || System.nanoTime() > deadline) {
                waiting.remove(news);
                return Future.succeededFuture(allSeen);
            }
            vertx.setTimer(LOOK_AGAIN_MILLIS, tick -> news.tryComplete());
            return news.future().compose(now -> {
                waiting.remove(news);
                return seen(behind, position, deadline);
            });
        });
    }

    private Future<Boolean> look(List<Followed> processors, long position) {
        var looks = new ArrayList<Future<Boolean>>();
        processors.forEach(one -> looks.add(look(one, position)));
        return Future.all(looks).map(all -> looks.stream().allMatch(Future::result));
    }

    /**
     * Seen is: no segment's token lies before an event that concerns the processor. Beyond the head there is nothing to
     * wait for, and nothing to remember either: those events are still to come.
     */
    private Future<Boolean> look(Followed one, long position) {
        return pool.preparedQuery("""
                        select t.least is not null and not exists (
                          select from event_store.event e
                          where e.position > greatest(t.least, $2) and e.position <= $3 and e.name = any ($4)),
                          least($3, (select coalesce(max(position), 0) from event_store.event))
                        from (select min(coalesce(position, 0)) as least from processor_token where processor = $1) t""")
                .execute(Tuple.of(one.processor(), one.seen().get(), position, one.events()))
                .map(rows -> {
                    var row = rows.iterator().next();
                    boolean seen = row.getBoolean(0);
                    if (seen) {
                        one.seen().accumulateAndGet(row.getLong(1), Math::max);
                    }
                    return seen;
                });
    }
}
