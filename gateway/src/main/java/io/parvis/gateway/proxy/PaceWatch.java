package io.parvis.gateway.proxy;

import io.vertx.core.Vertx;

/** Notices when a client sends its body too slowly. One timer, moved only when it fires. */
final class PaceWatch {

    private final Vertx vertx = Vertx.currentContext().owner();
    private final Pace pace;
    private final Runnable tooSlow;
    private long timer = -1;

    PaceWatch(Patience patience, Runnable tooSlow) {
        this.pace = new Pace(patience.minimumRate(), patience.forBytes(), System.nanoTime());
        this.tooSlow = tooSlow;
    }

    void start() {
        pace.clientsTurn(true, System.nanoTime());
        look();
    }

    void clientsTurn(boolean could) {
        pace.clientsTurn(could, System.nanoTime());
    }

    void received(int bytes) {
        pace.received(bytes, System.nanoTime());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        var left = pace.left(System.nanoTime());
        if (left <= 0) {
            tooSlow.run();
        } else {
            timer = vertx.setTimer(1 + left / 1_000_000, fired -> look());
        }
    }
}
