package io.parvis.eventing.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.jboss.logging.Logger;

/**
 * Group commit: one batch of this process is under way at a time, and what arrives meanwhile forms the next one.
 *
 * <p>Batches are numbered. Where the answer to one is lost, the same batch is sent again under its number, and the
 * database applies a number once: so nobody is told a wrong thing, however the connection was cut.
 */
final class AppendBatcher {

    private static final Logger LOG = Logger.getLogger(AppendBatcher.class);

    /** lock_not_available and query_canceled, as lock_timeout and statement_timeout tell them. */
    private static final Set<String> GAVE_UP = Set.of("55P03", "57014");

    private static final String SYSTEM_ERROR = "58";

    private final Vertx vertx;
    private final Pool pool;
    private final EventStoreConfig config;
    private final StoreLife life;
    private final Runnable onAppended;
    private final UUID writer = UUID.randomUUID();
    private final ConcurrentLinkedQueue<PendingAppend> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long lastNumber;

    AppendBatcher(Vertx vertx, Pool pool, EventStoreConfig config, StoreLife life, Runnable onAppended) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.life = life;
        this.onAppended = onAppended;
    }

    void add(PendingAppend append) {
        if (waitingCount.incrementAndGet() > config.maxWaitingAppends()) {
            waitingCount.decrementAndGet();
            append.outcome().completeExceptionally(new StoreOverloadedException());
            return;
        }
        append.timing().started();
        waiting.add(append);
        begin();
    }

    private void begin() {
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            var batch = nextBatch();
            if (!batch.isEmpty()) {
                send(batch);
                return;
            }
            underWay.set(false);
        }
    }

    private List<PendingAppend> nextBatch() {
        var batch = new ArrayList<PendingAppend>();
        int bytes = 0;
        PendingAppend next;
        while ((next = waiting.peek()) != null
                && batch.size() < config.maxBatchAppends()
                && (batch.isEmpty() || bytes + next.bytes() <= config.maxBatchBytes())) {
            batch.add(waiting.poll());
            bytes += next.bytes();
        }
        waitingCount.addAndGet(-batch.size());
        return batch;
    }

    private void send(List<PendingAppend> batch) {
        var of = life.id();
        long deadline = System.nanoTime() + config.retryTimeout().toNanos();
        batch.forEach(append -> append.timing().sent(batch.size()));
        attempt(new AppendCall(writer, ++lastNumber, batch), deadline, 1).onComplete(verdicts -> {
            // A single spoilt append must not take its neighbours with it: judge each by itself.
            if (verdicts.failed() && refused(verdicts.cause()) && batch.size() > 1) {
                sendOneByOne(batch, 0);
                return;
            }
            next();
            settle(batch, of, verdicts);
        });
    }

    private void sendOneByOne(List<PendingAppend> batch, int index) {
        if (index == batch.size()) {
            next();
            return;
        }
        long deadline = System.nanoTime() + config.retryTimeout().toNanos();
        var alone = List.of(batch.get(index));
        var of = life.id();
        attempt(new AppendCall(writer, ++lastNumber, alone), deadline, 1).onComplete(verdicts -> {
            settle(alone, of, verdicts);
            sendOneByOne(batch, index + 1);
        });
    }

    private void next() {
        underWay.set(false);
        begin();
    }

    private Future<Long[]> attempt(AppendCall call, long deadline, int attempt) {
        return call.execute(pool)
                .timeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    if (refused(failure)) {
                        return Future.failedFuture(failure);
                    }
                    if (System.nanoTime() > deadline) {
                        return Future.failedFuture(new UnknownOutcomeException(failure));
                    }
                    LOG.debugf("Batch %d has no answer yet (%s); asking again", call.number(), failure);
                    return vertx.timer(Math.min(20L << Math.min(attempt, 5), 500), TimeUnit.MILLISECONDS)
                            .compose(tick -> attempt(call, deadline, attempt + 1));
                });
    }

    /**
     * The database has answered, and whatever was sent before under this number gets the same answer. Not so where it
     * gave up waiting, or could not read or write: an earlier sending may still be about to commit.
     */
    private static boolean refused(Throwable failure) {
        return failure instanceof PgException answer
                && !TransientFailure.in(failure)
                && !GAVE_UP.contains(answer.getSqlState())
                && !answer.getSqlState().startsWith(SYSTEM_ERROR);
    }

    /** @param of the life in which it was sent */
    private void settle(List<PendingAppend> batch, UUID of, AsyncResult<Long[]> verdicts) {
        batch.forEach(append -> append.timing().answered());
        if (verdicts.failed()) {
            batch.forEach(append -> append.outcome().completeExceptionally(verdicts.cause()));
            return;
        }
        newestOf(batch, verdicts.result()).ifPresent(newest -> life.recorded(of, newest));
        onAppended.run();
        for (int i = 0; i < batch.size(); i++) {
            long position = verdicts.result()[i];
            if (position > 0) {
                batch.get(i).outcome().complete(position);
            } else {
                batch.get(i)
                        .outcome()
                        .completeExceptionally(AppendEventsTransactionRejectedException.conflictingEventsDetected(
                                ConsistencyMarker.ORIGIN));
            }
        }
    }

    private static Optional<LogPosition> newestOf(List<PendingAppend> batch, Long[] verdicts) {
        for (int i = verdicts.length - 1; i >= 0; i--) {
            if (verdicts[i] > 0) {
                return Optional.of(new LogPosition(
                        verdicts[i], batch.get(i).events().getLast().id()));
            }
        }
        return Optional.empty();
    }
}
