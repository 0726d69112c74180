package io.parvis.gateway.routing;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What holds for the gateway's own pages: they are only read, and a browser is told to trust them with little. */
final class OwnPageRules {

    /** Swagger UI starts from a script in its page and draws its icons from data. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final Pattern JSON = Pattern.compile("(\\*/\\*|application/\\*|application/json)(;.*)?");
    private static final Pattern REFUSED = Pattern.compile(".*;q=0(\\.0*)?");

    private OwnPageRules() {}

    /** {@code OPTIONS}: every page has the same methods. */
    static void tellMethods(HttpServerRequest request) {
        request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ALLOW, METHODS)
                .end();
        UnreadBody.discard(request);
    }

    /** The page to try the API lives under {@code /docs/}; nowhere else may a path end so. */
    static String withoutTrailingSlash(String uri) {
        return uri.equals("/docs/") || uri.startsWith("/docs/?") ? "/docs" + uri.substring(6) : uri;
    }

    /**
     * What holds for the gateway's own operations: they take no parameters and answer in JSON.
     *
     * @throws GatewayProblemException where the request asks for anything else
     */
    static void applyToOperation(HttpServerRequest request) {
        if (!request.params().isEmpty()) {
            throw new GatewayProblemException(
                    GatewayProblem.unknownParameters(request.params().names()));
        }
        if (!takesJson(request.headers().getAll(HttpHeaders.ACCEPT))) {
            throw new GatewayProblemException(GatewayProblem.notAcceptable());
        }
        // From here on nobody negotiates any more.
        request.headers().remove(HttpHeaders.ACCEPT);
    }

    /** The ranges are few and the format is one: weights matter only where they refuse. */
    private static boolean takesJson(List<String> accept) {
        var ranges = accept.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(range -> range.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .filter(range -> !range.isEmpty())
                .toList();
        return ranges.isEmpty()
                || ranges.stream()
                        .anyMatch(range -> JSON.matcher(range).matches()
                                && !REFUSED.matcher(range).matches());
    }

    /** @throws GatewayProblemException for a method that would write */
    static void apply(HttpServerRequest request) {
        if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
            throw new GatewayProblemException(GatewayProblem.methodNotAllowed(METHODS));
        }
        request.response()
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", POLICY);
    }
}
