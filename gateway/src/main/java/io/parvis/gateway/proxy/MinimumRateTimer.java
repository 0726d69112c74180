package io.parvis.gateway.proxy;

import io.vertx.core.Vertx;

/** Fires if a client is below the minimum rate. Has a timer only while it is the client's turn. */
final class MinimumRateTimer {

    private final Vertx vertx = Vertx.currentContext().owner();
    private final MinimumRateMeter pace;
    private final Runnable tooSlow;
    private long timer = -1;

    MinimumRateTimer(ProxyTimeouts.MinimumRate least, Runnable tooSlow) {
        this.pace = new MinimumRateMeter(least.rate(), least.rest(), System.nanoTime());
        this.tooSlow = tooSlow;
    }

    /** Whether from now on it is the client that holds things up. */
    void clientsTurn(boolean is) {
        stop();
        pace.clientsTurn(is, System.nanoTime());
        if (is) {
            check();
        }
    }

    void moved(int bytes) {
        pace.moved(bytes, System.nanoTime());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void check() {
        var left = pace.left(System.nanoTime());
        if (left <= 0) {
            tooSlow.run();
        } else {
            timer = vertx.setTimer(1 + left / 1_000_000, fired -> check());
        }
    }
}
