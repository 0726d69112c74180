package io.parvis.eventing.projection;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One Hibernate Reactive transaction for one unit of work, opened when first needed. A session belongs to one Vert.x
 * context and does one thing at a time, so work is queued and run there, whatever thread asks for it.
 */
final class ViewTransaction {

    private static final ResourceKey<ViewTransaction> KEY = ResourceKey.withLabel("viewTransaction");

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;
    private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Context context;
    private CompletableFuture<?> tail = CompletableFuture.completedFuture(null);
    private Mutiny.@Nullable Session session;
    private boolean ending;

    ViewTransaction(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    static @Nullable ViewTransaction in(@Nullable ProcessingContext processing) {
        return processing == null ? null : processing.getResource(KEY);
    }

    void joinTo(ProcessingContext processing) {
        processing.putResource(KEY, this);
    }

    /** Runs after all work given before, in this transaction; work after a failure is not run. */
    synchronized <T> CompletableFuture<T> run(Function<Mutiny.Session, CompletionStage<T>> work) {
        if (ending) {
            return CompletableFuture.failedFuture(new IllegalStateException("The transaction has been ended"));
        }
        open();
        var result = tail.thenCompose(before -> onContext(() -> work.apply(session)));
        tail = result;
        return result;
    }

    /** Waits for all work given; fails where the database did not commit. */
    synchronized CompletableFuture<Void> commit() {
        ending = true;
        if (context == null) {
            return CompletableFuture.completedFuture(null);
        }
        tail.whenComplete((done, failure) -> end(failure));
        return ended;
    }

    /** @return when the database has let go of everything; never fails */
    synchronized CompletableFuture<Void> rollback() {
        if (context == null) {
            return CompletableFuture.completedFuture(null);
        }
        end(new RolledBack());
        return ended.handle((committed, rolledBack) -> null);
    }

    /** On the context: what the session does next, it does on the thread that ends it. */
    private void end(@Nullable Throwable failure) {
        context.runOnContext(now -> {
            if (failure == null) {
                verdict.complete(true);
            } else {
                verdict.completeExceptionally(failure);
            }
        });
    }

    private void open() {
        if (context != null) {
            return;
        }
        context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        var opened = new CompletableFuture<Void>();
        onContext(() -> sessions.withTransaction((fresh, transaction) -> {
                            session = fresh;
                            opened.complete(null);
                            return Uni.createFrom().completionStage(verdict);
                        })
                        .replaceWithVoid()
                        .subscribeAsCompletionStage())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        ended.complete(null);
                    } else {
                        opened.completeExceptionally(failure);
                        ended.completeExceptionally(failure);
                    }
                });
        tail = opened;
    }

    private <T> CompletableFuture<T> onContext(Supplier<CompletionStage<T>> work) {
        var result = new CompletableFuture<T>();
        context.runOnContext(now -> {
            try {
                work.get().whenComplete((value, failure) -> {
                    if (failure != null) {
                        result.completeExceptionally(FutureUtils.unwrap(failure));
                    } else {
                        result.complete(value);
                    }
                });
            } catch (RuntimeException | Error thrown) {
                // An Error that escaped here would leave the transaction open for ever.
                result.completeExceptionally(thrown);
            }
        });
        return result;
    }

    /** Why a transaction did not commit, where nothing else says it. */
    private static final class RolledBack extends RuntimeException {
        RolledBack() {
            super("rolled back", null, false, false);
        }
    }
}
