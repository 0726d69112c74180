package io.parvis.eventing.projection;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.axonframework.common.FutureUtils;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other on one Vert.x context, from whatever thread they come; none after a failure. */
final class SerialExecutor {

    /** Requests are handled on the same loop. */
    private static final long TURN_NANOS = 1_000_000;

    private final Context context;
    private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();
    private boolean working;
    private @Nullable Throwable failure;

    SerialExecutor(Vertx vertx) {
        this.context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
    }

    private record Work<T>(Supplier<CompletionStage<T>> todo, CompletableFuture<T> result) {

        CompletableFuture<T> begin() {
            try {
                return todo.get().toCompletableFuture();
            } catch (RuntimeException | Error thrown) {
                // An exception that escaped here would leave callers waiting forever.
                return CompletableFuture.failedFuture(thrown);
            }
        }
    }

    synchronized <T> CompletableFuture<T> run(Supplier<CompletionStage<T>> todo) {
        var work = new Work<>(todo, new CompletableFuture<T>());
        waiting.add(work);
        if (!working) {
            working = true;
            context.runOnContext(now -> workOff());
        }
        return work.result();
    }

    private void workOff() {
        long until = System.nanoTime() + TURN_NANOS;
        for (var work = next(); work != null; work = next()) {
            if (!finished(work)) {
                return;
            }
            if (System.nanoTime() > until) {
                context.runOnContext(later -> workOff());
                return;
            }
        }
    }

    private synchronized @Nullable Work<?> next() {
        var work = waiting.poll();
        working = work != null;
        return work;
    }

    /** @return false where it goes on by itself once the work is done */
    private <T> boolean finished(Work<T> work) {
        if (failure != null) {
            work.result().completeExceptionally(failure);
            return true;
        }
        var begun = work.begin();
        if (begun.isDone()) {
            begun.whenComplete((value, failed) -> settle(work, value, failed));
            return true;
        }
        begun.whenComplete((value, failed) -> context.runOnContext(now -> {
            settle(work, value, failed);
            workOff();
        }));
        return false;
    }

    /** On the context alone. */
    private <T> void settle(Work<T> work, T value, @Nullable Throwable failed) {
        if (failed == null) {
            work.result().complete(value);
        } else {
            failure = FutureUtils.unwrap(failed);
            work.result().completeExceptionally(failure);
        }
    }
}
