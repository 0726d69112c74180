package io.parvis.gateway.key;

import io.vertx.ext.web.RoutingContext;

/** Where the door leaves who is calling, for the gateway's own operations. */
public final class Callers {

    private static final String PLACE = Caller.class.getName();

    private Callers() {}

    public static void put(RoutingContext request, Caller caller) {
        request.put(PLACE, caller);
    }

    /** Only for operations that the door lets nobody reach without a key. */
    static Caller of(RoutingContext request) {
        return request.get(PLACE);
    }
}
