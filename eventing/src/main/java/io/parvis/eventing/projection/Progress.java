package io.parvis.eventing.projection;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.QualifiedName;
import org.jboss.logging.Logger;

/**
 * Knows how far this service has seen the log. A processor has seen a position when every event up to it that
 * concerns the processor is in its view; events that do not concern it never make it wait. Other replicas' progress
 * is read from their tokens. One poll serves all waiters.
 */
@ApplicationScoped
public class Progress {

    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final long POLL_INTERVAL_MILLIS = 20;

    /** Between two looks, however many come to wait, and however much is committed. */
    private static final long BETWEEN_MILLIS = 5;

    private final ProgressQuery query;
    private final Map<String, ProcessorProgress> followed = new ConcurrentHashMap<>();
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong queries = new AtomicLong();
    private final ThrottledTask polling;

    Progress(ProgressQuery query, Vertx vertx) {
        this.query = query;
        this.polling = new ThrottledTask(vertx, BETWEEN_MILLIS, this::queryForAll);
    }

    /** @param begun the number of the last look that began before it waited: only a later one knows whether its head is new */
    private record Waiter(List<ProcessorProgress> processors, long position, long begun, Promise<Long> answer) {

        boolean waitsFor(ProcessorProgress one) {
            return one.seen() < position;
        }
    }

    void follow(StreamHandler handler, Set<QualifiedName> events) {
        followed.put(handler.name(), new ProcessorProgress(handler, events));
    }

    /** The names of all processors. */
    public Set<String> processors() {
        return Set.copyOf(followed.keySet());
    }

    /** What is known is forgotten: the log, or a view, may have lost what was committed last. */
    void forget() {
        followed.values().forEach(ProcessorProgress::forget);
    }

    /** A batch was committed here: whoever waits should look now. How far it got, the tokens say. */
    void committed() {
        if (!waiting.isEmpty()) {
            polling.within(0);
        }
    }

    /** An automation's command was recorded up to that position: whoever waits for its cause waits for it too. */
    void effectAt(String automation, long position) {
        var known = followed.get(automation);
        if (known != null) {
            known.effectAt(position);
        }
    }

    /** Waits for all processors; see {@link #seen(Collection, long, long)}. */
    public Future<Boolean> seen(long position, long timeoutMillis) {
        return seen(followed.keySet(), position, timeoutMillis);
    }

    /**
     * Waits until these processors have seen everything up to the position, those effects included that automations among
     * them have; for automations that take their time, for a moment only. Beyond the head there is nothing to wait for.
     *
     * @return false where they have not after that time
     */
    public Future<Boolean> seen(Collection<String> processors, long position, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        var automations = known(processors, true);
        return reached(only(automations, false), position, deadline)
                .compose(done -> forAMoment(only(automations, true), position, timeoutMillis))
                .compose(done -> reached(
                        known(processors, false),
                        automations.stream()
                                .mapToLong(ProcessorProgress::lastEffect)
                                .reduce(position, Math::max),
                        deadline))
                .map(true)
                .recover(failure -> failure instanceof TimeoutException
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }

    /** The newest position there is, as seen by a look that begins from now on. */
    public Future<Long> head(long timeoutMillis) {
        return waitFor(List.of(), Long.MAX_VALUE, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
    }

    /** Those that have something before them; looks at all. */
    Future<List<Lag>> lags() {
        return query.at(List.copyOf(followed.values())).map(ProgressQuery.Found::lags);
    }

    private static List<ProcessorProgress> only(List<ProcessorProgress> automations, boolean longRunning) {
        return automations.stream()
                .filter(one -> one.isLongRunning() == longRunning)
                .toList();
    }

    /** Waits half of the time at most: the result of a slow automation is not the caller's own write. */
    private Future<?> forAMoment(List<ProcessorProgress> processors, long position, long timeoutMillis) {
        return reached(processors, position, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis) / 2)
                .<Object>map(done -> done)
                .recover(failure ->
                        failure instanceof TimeoutException ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private List<ProcessorProgress> known(Collection<String> processors, boolean reacting) {
        return processors.stream()
                .map(followed::get)
                .filter(one -> one != null && one.reacts() == reacting)
                .toList();
    }

    private Future<?> reached(List<ProcessorProgress> processors, long position, long deadline) {
        return processors.stream().allMatch(one -> one.seen() >= position)
                ? Future.succeededFuture()
                : waitFor(processors, position, deadline);
    }

    /** @return the head, as far as it is known by then; fails where it takes longer */
    private Future<Long> waitFor(List<ProcessorProgress> processors, long position, long deadline) {
        var waiter = new Waiter(processors, position, queries.get(), Promise.promise());
        waiting.add(waiter);
        polling.within(0);
        return waiter.answer()
                .future()
                .timeout(
                        Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())), TimeUnit.MILLISECONDS)
                .onComplete(done -> waiting.remove(waiter));
    }

    private Future<?> queryForAll() {
        long number = queries.incrementAndGet();
        var wanted = waiting.stream()
                .flatMap(waiter -> waiter.processors().stream().filter(waiter::waitsFor))
                .distinct()
                .toList();
        return query.at(wanted)
                .onSuccess(found -> waiting.forEach(waiter -> settle(waiter, number, found.head())))
                .onFailure(failure -> LOG.debugf("Cannot look how far processors are, trying again: %s", failure))
                .onComplete(found -> {
                    if (!waiting.isEmpty()) {
                        polling.within(found.succeeded() && found.result().more() ? 0 : POLL_INTERVAL_MILLIS);
                    }
                });
    }

    private static void settle(Waiter waiter, long number, long head) {
        boolean beyond = waiter.position() > head && number > waiter.begun();
        boolean seen =
                !waiter.processors().isEmpty() && waiter.processors().stream().noneMatch(waiter::waitsFor);
        if (beyond || seen) {
            waiter.answer().tryComplete(head);
        }
    }
}
