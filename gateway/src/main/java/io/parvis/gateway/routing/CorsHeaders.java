package io.parvis.gateway.routing;

import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.http.HttpServerRequest;

/**
 * CORS for what is public, and the API document. These need no key, so a page learns no more than anybody. The
 * headers are on every response, errors too, or a page could not read them.
 */
final class CorsHeaders {

    private static final String PUBLIC = "/v1/public/";
    private static final String EXPOSED = "ETag, Location, Parvis-Position, Retry-After";
    private static final String ALLOWED = "Accept, Accept-Language, If-None-Match, Parvis-Position, traceparent";
    private static final String TWO_HOURS = "7200";

    private CorsHeaders() {}

    /** Whether this was a preflight request; then it is answered. */
    static boolean answered(HttpServerRequest request) {
        if (!mayRead(request.uri())) {
            return false;
        }
        var headers = request.response().headers();
        switch (request.method().name()) {
            case "GET", "HEAD" ->
                headers.set("Access-Control-Allow-Origin", "*").set("Access-Control-Expose-Headers", EXPOSED);
            case "OPTIONS" -> {
                if (request.headers().contains("Origin")
                        && request.headers().contains("Access-Control-Request-Method")) {
                    headers.set("Access-Control-Allow-Origin", "*")
                            .set("Access-Control-Allow-Methods", "GET, HEAD")
                            .set("Access-Control-Allow-Headers", ALLOWED)
                            .set("Access-Control-Max-Age", TWO_HOURS);
                    request.response().setStatusCode(204).end();
                    UnreadBody.discard(request);
                    return true;
                }
            }
            default -> {}
        }
        return false;
    }

    private static boolean mayRead(String uri) {
        var scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        var begin = scheme < 0 ? 0 : Math.max(0, uri.indexOf('/', scheme + 3));
        var mark = uri.indexOf('?', begin);
        var path = uri.substring(begin, mark < 0 ? uri.length() : mark);
        return path.startsWith(PUBLIC) || path.equals("/openapi.json") || path.equals("/openapi.yaml");
    }
}
