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
final class Lines {

    /** Enough for a group to cost what one command costs; few enough that its one append stays small. */
    private static final int MAX_GROUP = 64;

    private record Waiting(Order order, CompletableFuture<Reply> answer) {}

    private final Map<Object, ArrayDeque<Waiting>> lines = new HashMap<>();
    private final Function<List<Order>, CompletableFuture<Decided>> carryOut;
    private volatile boolean empty = true;

    Lines(Function<List<Order>, CompletableFuture<Decided>> carryOut) {
        this.carryOut = carryOut;
    }

    /** Whether somebody stands in line for it. */
    boolean isFor(Object wanted) {
        if (empty) {
            return false;
        }
        synchronized (lines) {
            return lines.containsKey(wanted);
        }
    }

    CompletableFuture<Reply> join(Object wanted, Order order) {
        var waiting = new Waiting(order, new CompletableFuture<>());
        boolean first;
        synchronized (lines) {
            first = !lines.containsKey(wanted);
            lines.computeIfAbsent(wanted, absent -> new ArrayDeque<>()).add(waiting);
            empty = false;
        }
        if (first) {
            next(wanted);
        }
        return waiting.answer();
    }

    private void next(Object wanted) {
        var group = take(wanted);
        if (group.isEmpty()) {
            return;
        }
        serve(group).whenComplete((served, never) -> next(wanted));
    }

    /** What cannot be stored at all is the fault of one: the others go again without it. */
    private CompletableFuture<?> serve(List<Waiting> group) {
        return carryOut.apply(group.stream().map(Waiting::order).toList())
                .handle((decided, failure) -> {
                    if (group.size() > 1 && FutureUtils.unwrap(failure) instanceof IllegalArgumentException) {
                        return oneByOne(group);
                    }
                    for (int i = 0; i < group.size(); i++) {
                        answer(
                                group.get(i).answer(),
                                failure == null ? decided.answer(i) : CompletableFuture.failedFuture(failure));
                    }
                    return CompletableFuture.completedFuture(null);
                })
                .thenCompose(served -> served);
    }

    private CompletableFuture<?> oneByOne(List<Waiting> group) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (var waiting : group) {
            all = all.thenCompose(before -> serve(List.of(waiting)));
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

    private List<Waiting> take(Object wanted) {
        var group = new ArrayList<Waiting>();
        var keys = new HashSet<String>();
        synchronized (lines) {
            var line = lines.get(wanted);
            while (!line.isEmpty()
                    && group.size() < MAX_GROUP
                    && goesWith(group, line.peek().order(), keys)) {
                group.add(line.poll());
            }
            if (group.isEmpty()) {
                lines.remove(wanted);
                empty = lines.isEmpty();
            }
        }
        return group;
    }

    /** Versions that a caller expects are positions: the one there is must be known, and so its order stands alone. */
    private static boolean goesWith(List<Waiting> group, Order order, HashSet<String> keys) {
        if (group.isEmpty()) {
            return order.onceKey() == null || keys.add(order.onceKey());
        }
        var first = group.getFirst().order();
        return first.command().getClass() == order.command().getClass()
                && first.context().precondition() == null
                && order.context().precondition() == null
                && (order.onceKey() == null || keys.add(order.onceKey()));
    }
}
