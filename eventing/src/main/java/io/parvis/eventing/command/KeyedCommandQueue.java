package io.parvis.eventing.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;

/**
 * Queues of commands, one per key. Commands that would conflict wait in the same queue and are decided in batches, in
 * the order in which they came, so that within one process none is retried because of another. Between processes the
 * store's append condition decides.
 */
final class KeyedCommandQueue {

    /** A batch of this size costs about as much as one command, and its one append stays small. */
    private static final int MAX_BATCH = 64;

    private record Waiting(PendingCommand pending, CompletableFuture<Reply> answer) {}

    private final Map<Object, ArrayDeque<Waiting>> queues = new HashMap<>();
    private final Function<List<PendingCommand>, CompletableFuture<BatchResult>> carryOut;
    private volatile boolean empty = true;

    KeyedCommandQueue(Function<List<PendingCommand>, CompletableFuture<BatchResult>> carryOut) {
        this.carryOut = carryOut;
    }

    /** Whether commands wait under this key. */
    boolean hasQueueFor(Object key) {
        if (empty) {
            return false;
        }
        synchronized (queues) {
            return queues.containsKey(key);
        }
    }

    CompletableFuture<Reply> enqueue(Object key, PendingCommand pending) {
        var waiting = new Waiting(pending, new CompletableFuture<>());
        boolean first;
        synchronized (queues) {
            first = !queues.containsKey(key);
            queues.computeIfAbsent(key, absent -> new ArrayDeque<>()).add(waiting);
            empty = false;
        }
        if (first) {
            next(key);
        }
        return waiting.answer();
    }

    private void next(Object key) {
        var batch = nextBatch(key);
        if (batch.isEmpty()) {
            return;
        }
        execute(batch).whenComplete((executed, never) -> next(key));
    }

    /** An append that can never be stored is the fault of one command: the batch is retried one by one. */
    private CompletableFuture<?> execute(List<Waiting> batch) {
        return carryOut.apply(batch.stream().map(Waiting::pending).toList())
                .handle((decided, failure) -> {
                    if (batch.size() > 1 && FutureUtils.unwrap(failure) instanceof IllegalArgumentException) {
                        return oneByOne(batch);
                    }
                    for (int i = 0; i < batch.size(); i++) {
                        answer(
                                batch.get(i).answer(),
                                failure == null ? decided.answer(i) : CompletableFuture.failedFuture(failure));
                    }
                    return CompletableFuture.completedFuture(null);
                })
                .thenCompose(executed -> executed);
    }

    private CompletableFuture<?> oneByOne(List<Waiting> batch) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (var waiting : batch) {
            all = all.thenCompose(before -> execute(List.of(waiting)));
        }
        return all;
    }

    private static void answer(CompletableFuture<Reply> caller, CompletableFuture<Reply> outcome) {
        outcome.whenComplete((done, refused) -> {
            if (refused == null) {
                caller.complete(done);
            } else {
                caller.completeExceptionally(refused);
            }
        });
    }

    private List<Waiting> nextBatch(Object key) {
        var batch = new ArrayList<Waiting>();
        var keys = new HashSet<String>();
        synchronized (queues) {
            var line = queues.get(key);
            while (!line.isEmpty()
                    && batch.size() < MAX_BATCH
                    && fitsInto(batch, line.peek().pending(), keys)) {
                batch.add(line.poll());
            }
            if (batch.isEmpty()) {
                queues.remove(key);
                empty = queues.isEmpty();
            }
        }
        return batch;
    }

    /**
     * An expected version is a log position, which is not known inside a batch: a command with a precondition goes
     * alone.
     */
    private static boolean fitsInto(List<Waiting> batch, PendingCommand pending, HashSet<String> keys) {
        if (batch.isEmpty()) {
            return pending.idempotencyKey() == null || keys.add(pending.idempotencyKey());
        }
        var first = batch.getFirst().pending();
        return first.command().getClass() == pending.command().getClass()
                && first.context().precondition() == null
                && pending.context().precondition() == null
                && (pending.idempotencyKey() == null || keys.add(pending.idempotencyKey()));
    }
}
