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
 * Commands on something that many want at once stand in line here and are decided in groups, first come first served,
 * instead of refuting each other's appends. Across processes the store decides; within one, nobody is tried in vain.
 */
final class KeyedCommandQueue {

    /** Enough for a group to cost what one command costs; few enough that its one append stays small. */
    private static final int MAX_BATCH = 64;

    private record Waiting(PendingCommand pending, CompletableFuture<Reply> answer) {}

    private final Map<Object, ArrayDeque<Waiting>> queues = new HashMap<>();
    private final Function<List<PendingCommand>, CompletableFuture<BatchResult>> carryOut;
    private volatile boolean empty = true;

    KeyedCommandQueue(Function<List<PendingCommand>, CompletableFuture<BatchResult>> carryOut) {
        this.carryOut = carryOut;
    }

    /** Whether somebody stands in line for it. */
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

    /** What cannot be stored at all is the fault of one: the others go again without it. */
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

    /** Versions that a caller expects are positions: the one there is must be known, and so its order stands alone. */
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
