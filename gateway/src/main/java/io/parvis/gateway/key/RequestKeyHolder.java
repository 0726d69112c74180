package io.parvis.gateway.key;

import io.vertx.ext.web.RoutingContext;

/** Where the door leaves who is calling, for the gateway's own operations. */
public final class RequestKeyHolder {

    private static final String PLACE = KeyHolder.class.getName();

    private RequestKeyHolder() {}

    public static void put(RoutingContext request, KeyHolder caller) {
        request.put(PLACE, caller);
    }

    /** Only for operations that the door lets nobody reach without a key. */
    static KeyHolder of(RoutingContext request) {
        return request.get(PLACE);
    }
}
