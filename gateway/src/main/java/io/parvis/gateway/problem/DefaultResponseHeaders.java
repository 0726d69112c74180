package io.parvis.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * Headers of every response: no content sniffing, no caching unless the response allows it, and {@code Vary} by key.
 * Headers that services set stay.
 */
@ApplicationScoped
public class DefaultResponseHeaders {

    private static final int FIRST = Integer.MIN_VALUE;
    private static final int REFUSED = 400;
    private static final String NOT_KEPT = "private, no-store";
    private static final String BY_CALLER = "X-API-Key";

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            context.addHeadersEndHandler(written -> complete(
                    context.response().getStatusCode(), context.response().headers()));
            context.next();
        });
    }

    static void complete(int status, MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        var kept = headers.get(HttpHeaders.CACHE_CONTROL);
        if (kept == null || (status >= REFUSED && !kept.contains("no-store"))) {
            headers.set(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        }
        if (headers.get(HttpHeaders.CACHE_CONTROL).contains("private") && !variesByCaller(headers)) {
            headers.add(HttpHeaders.VARY, BY_CALLER);
        }
    }

    private static boolean variesByCaller(MultiMap headers) {
        return headers.getAll(HttpHeaders.VARY).stream()
                .anyMatch(names -> names.toLowerCase(Locale.ROOT).contains(BY_CALLER.toLowerCase(Locale.ROOT)));
    }
}
