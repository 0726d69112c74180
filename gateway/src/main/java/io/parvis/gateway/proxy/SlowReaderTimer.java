package io.parvis.gateway.proxy;

import io.vertx.core.Future;

/**
 * Notices when a client takes an answer too slowly. What was handed on waits until the connection has taken it, also
 * after the answer's end. Who has taken all of it waits for the service, for as long as that lasts.
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
