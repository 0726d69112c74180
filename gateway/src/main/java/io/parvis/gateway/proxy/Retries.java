package io.parvis.gateway.proxy;

import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.http.HttpServerRequest;

/**
 * How often one request may be tried again, each time on another connection. A kept connection may have died without
 * this side knowing it yet; several may have, when a service is started again.
 */
final class Retries {

    private static final int UNSENT = 4;

    private final boolean harmless;
    private int left = UNSENT;

    Retries(HttpServerRequest request) {
        this(HttpMethods.isSafe(request.method()) && !UnreadBody.expected(request));
    }

    /** @param harmless whether it changes nothing, however often it arrives */
    Retries(boolean harmless) {
        this.harmless = harmless;
    }

    /** @param mayHaveArrived whether the service may have got a request that it can act on */
    boolean allow(boolean mayHaveArrived) {
        if (mayHaveArrived && !harmless) {
            return false;
        }
        // Once is enough for what may have arrived: the next connection is a new one or was used just now.
        var allowed = mayHaveArrived ? left == UNSENT : left > 0;
        left--;
        return allowed;
    }
}
