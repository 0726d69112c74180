package io.parvis.edge.web;

import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/**
 * Runs bounded work of more than some milliseconds on a worker thread; the result is emitted on the caller's context.
 */
public final class WorkerThread {

    private WorkerThread() {}

    public static <T> Uni<T> run(Supplier<T> work) {
        return ContextExecutor.emitOnCaller(
                Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
