package io.parvis.gateway.door;

import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.Refusal;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What holds for the gateway's own pages: they are only read, and a browser is told to trust them with little. */
final class OwnPageRules {

    /** Swagger UI starts from a script in its page and draws its icons from data. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private OwnPageRules() {}

    /** The page to try the API lives under {@code /docs/}; nowhere else may a path end so. */
    static String withoutTrailingSlash(String uri) {
        return uri.equals("/docs/") || uri.startsWith("/docs/?") ? "/docs" + uri.substring(6) : uri;
    }

    /** @throws Refusal for a method that would write */
    static void apply(HttpServerRequest request) {
        if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
            throw new Refusal(Problem.methodNotAllowed("GET, HEAD"));
        }
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", POLICY);
    }
}
