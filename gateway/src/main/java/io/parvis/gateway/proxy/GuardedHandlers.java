package io.parvis.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import java.util.function.Consumer;

/**
 * Takes care of what a step of an exchange throws. Vert.x would only write it into the log, and nobody would answer the
 * client, stop the watch or give the connection to the service back.
 */
record GuardedHandlers(Consumer<RuntimeException> broken) {

    <T> Handler<T> guarded(Handler<T> step) {
        return value -> {
            try {
                step.handle(value);
            } catch (RuntimeException fault) {
                broken.accept(fault);
            }
        };
    }

    /** The same for what is told whether it went well or not. */
    <T> Handler<AsyncResult<T>> result(Handler<AsyncResult<T>> step) {
        return guarded(step);
    }
}
