package io.parvis.gateway.proxy;

import io.vertx.core.Future;

/**
 * Fires if a client reads its response too slowly. Bytes count as waiting until the connection has written them, also
 * after the end of the response. A client that has read everything waits for the service, and is not timed.
 */
final class SlowReaderTimer {

    private final MinimumRateTimer pace;
    private int waiting;

    SlowReaderTimer(ProxyTimeouts.MinimumRate least, Runnable tooSlow) {
        this.pace = new MinimumRateTimer(least, tooSlow);
    }

    /** @param taken by the connection, or lost with it */
    void handedOn(int bytes, Future<Void> taken) {
        if (taken.isComplete()) {
            pace.moved(bytes);
            return;
        }
        if (waiting++ == 0) {
            pace.clientsTurn(true);
        }
        taken.onComplete(done -> {
            pace.moved(bytes);
            if (--waiting == 0) {
                pace.clientsTurn(false);
            }
        });
    }
}
