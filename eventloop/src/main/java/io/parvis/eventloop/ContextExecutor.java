package io.parvis.eventloop;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the caller's Vert.x context. A result that arises elsewhere (on another event loop, on a worker) is
 * brought back to it, since requests, sessions and connections may be used on their own context only. Without a
 * context, tasks run on whatever thread they come from.
 */
public final class ContextExecutor implements Executor {

    private final @Nullable Context context;

    private ContextExecutor(@Nullable Context context) {
        this.context = context;
    }

    public static ContextExecutor current() {
        return new ContextExecutor(Vertx.currentContext());
    }

    /** Emits to each subscriber on the context that it subscribed on. */
    public static <T extends @Nullable Object> Uni<T> emitOnCaller(Uni<T> work) {
        return Uni.createFrom().deferred(() -> work.emitOn(current()));
    }

    /** At once if the thread is on that context already. */
    @Override
    public void execute(Runnable task) {
        if (context == null || isHere(context)) {
            task.run();
        } else {
            context.runOnContext(now -> task.run());
        }
    }

    /** A worker thread may carry an event loop's context without running on it. */
    private static boolean isHere(Context context) {
        return context == Vertx.currentContext() && Context.isOnEventLoopThread();
    }
}
