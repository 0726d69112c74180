package io.parvis.eventloop;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The Vert.x context that somebody asks on. What is answered elsewhere (on another event loop, on a worker) is brought
 * back to it: requests, sessions and connections may be touched on their own context alone. Who asks on none is answered
 * wherever the answer arises.
 */
public final class ContextExecutor implements Executor {

    private final @Nullable Context context;

    private ContextExecutor(@Nullable Context context) {
        this.context = context;
    }

    public static ContextExecutor current() {
        return new ContextExecutor(Vertx.currentContext());
    }

    /** Answers each who asks on the context it asked on. */
    public static <T extends @Nullable Object> Uni<T> answer(Uni<T> work) {
        return Uni.createFrom().deferred(() -> work.emitOn(current()));
    }

    /** At once where the thread is there already. */
    @Override
    public void execute(Runnable task) {
        if (context == null || isHere(context)) {
            task.run();
        } else {
            context.runOnContext(now -> task.run());
        }
    }

    /** A worker may carry the context of whoever gave it its work; it is not there. */
    private static boolean isHere(Context context) {
        return context == Vertx.currentContext() && Context.isOnEventLoopThread();
    }
}
