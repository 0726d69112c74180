package io.parvis.edge.web;

import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** For work that is bounded, and yet more than some milliseconds: on a worker, and answered where it was asked for. */
public final class WorkerThread {

    private WorkerThread() {}

    public static <T> Uni<T> run(Supplier<T> work) {
        return ContextExecutor.answer(
                Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
