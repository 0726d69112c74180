package io.parvis.eventing.projection;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Gives work the transaction of its unit of work, or one of its own. */
@ApplicationScoped
class ViewTransactions {

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    ViewTransactions(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    Vertx vertx() {
        return vertx;
    }

    ViewTransaction begin() {
        return new ViewTransaction(vertx, sessions);
    }

    <T> CompletableFuture<T> inOneOf(
            @Nullable ProcessingContext processing, Function<ViewTransaction, CompletableFuture<T>> work) {
        var joined = ViewTransaction.in(processing);
        return joined != null ? work.apply(joined) : inItsOwn(work);
    }

    <T> CompletableFuture<T> inItsOwn(Function<ViewTransaction, CompletableFuture<T>> work) {
        var own = begin();
        return work.apply(own)
                .thenCompose(result -> own.commit().thenApply(committed -> result))
                .exceptionallyCompose(
                        failure -> own.rollback().thenCompose(done -> CompletableFuture.failedFuture(failure)));
    }
}
