package io.parvis.edge.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer of the process says, whoever makes it: that nobody may guess another format, that nobody keeps it
 * unless it says itself for how long, and by which headers of the request it is told apart.
 */
@ApplicationScoped
class CommonResponseHeaders {

    private static final int FIRST = Integer.MIN_VALUE;
    private static final int REFUSED = 400;
    private static final String NOT_KEPT = "private, no-store";
    private static final String OPEN = "/v1/public/";

    /** Callers are known by them: the gateway's token here, the key of the API in front of it. */
    private static final String BY_CALLER = "Authorization, X-API-Key, Accept";

    private static final String BY_FORMAT = "Accept";

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(request -> {
            request.addHeadersEndHandler(written -> complete(request));
            request.next();
        });
    }

    /** Said once, however often it is called: what no route has seen is answered without the handler above. */
    static void complete(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        if (request.response().getStatusCode() >= REFUSED || !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        }
        var path = request.request().path();
        var by = path != null && path.startsWith(OPEN) ? BY_FORMAT : BY_CALLER;
        if (!headers.getAll(HttpHeaders.VARY).contains(by)) {
            headers.add(HttpHeaders.VARY, by);
        }
    }
}
