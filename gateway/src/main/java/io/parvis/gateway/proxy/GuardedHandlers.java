package io.parvis.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import java.util.function.Consumer;

/**
 * Wraps handlers so that an exception ends the exchange. Vert.x would only log it, and the client would get no
 * response, timers would run on, and the upstream connection would not be released.
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
