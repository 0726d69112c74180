package io.parvis.edge.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Headers of every response: no content sniffing, no caching unless the response allows it, and {@code Vary}. */
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

    /** Idempotent: a request that matches no route does not pass the handler above. */
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
