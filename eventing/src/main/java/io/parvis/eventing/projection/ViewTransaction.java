package io.parvis.eventing.projection;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * One Hibernate Reactive transaction for one unit of work, opened when first needed. A session belongs to one Vert.x
 * context and does one thing at a time, so work is queued and run there, whatever thread asks for it.
 *
 * <p>What the database or its driver never answers is given up after a while: who waits here is a processor, and would wait
 * for ever. The transaction may still be committed after that; no event is handled twice for it, since the token goes
 * with it and a batch that begins before the token is refused.
 */
final class ViewTransaction {

    private static final ResourceKey<ViewTransaction> KEY = ResourceKey.withLabel("viewTransaction");

    /** Requests are answered on the same loops: nobody holds one longer than this while others wait. */
    private static final long TURN_NANOS = 1_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;
    private final long timeoutNanos;
    private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();
    private boolean working;
    private boolean ending;
    private @Nullable Context context;
    private Mutiny.@Nullable Session session;
    private @Nullable Throwable failure;
    private @Nullable Work<?> underWay;
    private long waitingSince;

    ViewTransaction(Vertx vertx, Mutiny.SessionFactory sessions) {
        this(vertx, sessions, TIMEOUT);
    }

    /** @param timeout with a single answer of the database */
    ViewTransaction(Vertx vertx, Mutiny.SessionFactory sessions, Duration timeout) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.timeoutNanos = timeout.toNanos();
    }

    private record Work<T>(Function<Mutiny.Session, CompletionStage<T>> todo, CompletableFuture<T> result) {

        CompletableFuture<T> begin(Mutiny.Session session) {
            try {
                return todo.apply(session).toCompletableFuture();
            } catch (RuntimeException | Error thrown) {
                // An Error that escaped here would leave the transaction open for ever.
                return CompletableFuture.failedFuture(thrown);
            }
        }
    }

    static @Nullable ViewTransaction in(@Nullable ProcessingContext processing) {
        return processing == null ? null : processing.getResource(KEY);
    }

    void joinTo(ProcessingContext processing) {
        processing.putResource(KEY, this);
    }

    /** Runs after all work given before, in this transaction; work after a failure is not run. */
    synchronized <T> CompletableFuture<T> run(Function<Mutiny.Session, CompletionStage<T>> todo) {
        if (ending || ended.isDone()) {
            return CompletableFuture.failedFuture(new IllegalStateException("The transaction has been ended"));
        }
        var work = new Work<>(todo, new CompletableFuture<T>());
        waiting.add(work);
        if (!working) {
            working = true;
            waitingSince = System.nanoTime();
            if (context == null) {
                open();
            } else {
                context.runOnContext(now -> workOff());
            }
        }
        return work.result();
    }

    /** Waits for all work given; fails where the database did not commit. */
    synchronized CompletableFuture<Void> commit() {
        ending = true;
        if (context == null) {
            return CompletableFuture.completedFuture(null);
        }
        if (!working) {
            end(failure);
        }
        return ended;
    }

    /** @return when the database has let go of everything; never fails */
    synchronized CompletableFuture<Void> rollback() {
        ending = true;
        if (context == null) {
            return CompletableFuture.completedFuture(null);
        }
        end(new RolledBack());
        return ended.handle((committed, rolledBack) -> null);
    }

    /** On the context: what the session does next, it does on the thread that ends it. */
    private void end(@Nullable Throwable why) {
        waitingSince = System.nanoTime();
        context.runOnContext(now -> {
            if (why == null) {
                verdict.complete(true);
            } else {
                verdict.completeExceptionally(why);
            }
        });
    }

    private void open() {
        context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                now -> opened().replaceWithVoid().subscribe().with(committed -> ended.complete(null), failed -> {
                    ended.completeExceptionally(failed);
                    fail(failed);
                    workOff();
                }));
        long watch = vertx.setPeriodic(
                Math.max(1, TimeUnit.NANOSECONDS.toMillis(timeoutNanos / 4)), tick -> giveUpAfterAWhile());
        ended.whenComplete((committed, failed) -> vertx.cancelTimer(watch));
    }

    private synchronized void giveUpAfterAWhile() {
        if ((working || ending) && System.nanoTime() - waitingSince > timeoutNanos) {
            fail(new TimeoutException("The database has not answered for so long that nobody waits any more"));
            if (underWay != null) {
                underWay.result().completeExceptionally(failure);
            }
            waiting.forEach(work -> work.result().completeExceptionally(failure));
            waiting.clear();
            verdict.completeExceptionally(failure);
            ended.completeExceptionally(failure);
        }
    }

    private Uni<Boolean> opened() {
        try {
            return sessions.withTransaction((fresh, transaction) -> {
                session = fresh;
                workOff();
                return Uni.createFrom().completionStage(verdict);
            });
        } catch (RuntimeException refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    /** On the context alone: one after the other, without a hop where nothing has to be waited for. */
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
        underWay = work;
        waitingSince = System.nanoTime();
        if (work == null) {
            working = false;
            if (ending) {
                end(failure);
            }
        }
        return work;
    }

    /** @return false where it goes on by itself once the work is done */
    private <T> boolean finished(Work<T> work) {
        if (failure != null) {
            work.result().completeExceptionally(failure);
            return true;
        }
        var begun = work.begin(session);
        if (begun.isDone()) {
            begun.whenComplete((value, failed) -> settle(work, value, failed));
            return true;
        }
        begun.whenComplete((value, failed) -> onContext(() -> {
            settle(work, value, failed);
            workOff();
        }));
        return false;
    }

    private void onContext(Runnable action) {
        if (Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(now -> action.run());
        }
    }

    private <T> void settle(Work<T> work, T value, @Nullable Throwable failed) {
        if (failed == null) {
            work.result().complete(value);
        } else {
            fail(FutureUtils.unwrap(failed));
            work.result().completeExceptionally(FutureUtils.unwrap(failed));
        }
    }

    private synchronized void fail(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** Why a transaction did not commit, where nothing else says it. */
    private static final class RolledBack extends RuntimeException {
        RolledBack() {
            super("rolled back", null, false, false);
        }
    }
}
