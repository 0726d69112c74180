package io.parvis.eventing.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Commands that met a conflict queue per boundary, instead of trying against each other. */
final class HotBoundaries {

    private final ConcurrentHashMap<Object, CompletableFuture<?>> tails = new ConcurrentHashMap<>();

    <T> CompletableFuture<T> inTurn(Object boundary, Supplier<CompletableFuture<T>> attempt) {
        var mine = new CompletableFuture<T>();
        var before = tails.put(boundary, mine);
        var turn = before == null ? CompletableFuture.completedFuture(null) : before.handle((done, failed) -> null);
        turn.thenCompose(now -> attempt.get()).whenComplete((result, failure) -> {
            tails.remove(boundary, mine);
            if (failure != null) {
                mine.completeExceptionally(failure);
            } else {
                mine.complete(result);
            }
        });
        return mine;
    }
}
