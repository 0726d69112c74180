package io.parvis.edge.web;

import io.parvis.eventloop.CallersContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** For work that is bounded, and yet more than some milliseconds: on a worker, and answered where it was asked for. */
public final class OffLoop {

    private OffLoop() {}

    public static <T> Uni<T> run(Supplier<T> work) {
        return CallersContext.answer(
                Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
