package io.parvis.gateway.proxy;

import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Fires if no bytes move in either direction. One timer per exchange, rescheduled only when it fires. */
final class IdleTimer {

    private final Vertx vertx = Vertx.currentContext().owner();
    private final ProxyTimeouts timeouts;
    private final BooleanSupplier servicesTurn;
    private final Consumer<Boolean> silent;
    private final GuardedHandlers handlers;

    private long lastProgress;
    private boolean answering;
    private long timer = -1;

    /** @param silent told whether it was the service's turn */
    IdleTimer(
            ProxyTimeouts timeouts, BooleanSupplier servicesTurn, Consumer<Boolean> silent, GuardedHandlers handlers) {
        this.timeouts = timeouts;
        this.servicesTurn = servicesTurn;
        this.silent = silent;
        this.handlers = handlers;
    }

    void start() {
        lastProgress = System.nanoTime();
        answering = false;
        wake(timeouts.forAnswer().toMillis());
    }

    /** Something moved. */
    void progress() {
        lastProgress = System.nanoTime();
    }

    /** The service has begun to answer: from now on it is a stream. */
    void answering() {
        answering = true;
        progress();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void wake(long millis) {
        timer = vertx.setTimer(Math.max(1, millis), handlers.guarded(fired -> check()));
    }

    private void check() {
        var theirs = servicesTurn.getAsBoolean();
        var limit = !answering && theirs ? timeouts.forAnswer() : timeouts.forStream();
        var left = limit.toMillis() - (System.nanoTime() - lastProgress) / 1_000_000;
        if (left <= 0) {
            silent.accept(theirs);
        } else {
            // Not later than this: by then it may be the service's turn.
            wake(Math.min(left, timeouts.forAnswer().toMillis()));
        }
    }
}
