package io.parvis.gateway.key;

import io.vertx.ext.web.RoutingContext;

/** Stores the key's holder in the routing context, for the gateway's own operations. */
public final class RequestKeyHolder {

    private static final String PLACE = KeyHolder.class.getName();

    private RequestKeyHolder() {}

    public static void put(RoutingContext request, KeyHolder caller) {
        request.put(PLACE, caller);
    }

    /** Only for operations that need a key. */
    static KeyHolder of(RoutingContext request) {
        return request.get(PLACE);
    }
}
