package io.parvis.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which headers pass, and which the gateway says itself. */
final class ForwardedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** What a client could say to pass for somebody else, or the gateway says better. */
    private static final Set<String> NOT_THE_CLIENTS = Set.of(
            "host", "authorization", "x-api-key", "expect", "forwarded", "x-real-ip", "traceparent", "tracestate");

    private ForwardedHeaders() {}

    static void toService(HttpServerRequest request, AdmittedRequest admitted, MultiMap to) {
        var dropped = namedByConnection(request.headers());
        request.headers().forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(lower)
                    && !NOT_THE_CLIENTS.contains(lower)
                    && !lower.startsWith("x-forwarded-")
                    && !dropped.contains(lower)) {
                to.add(name, value);
            }
        });
        if (admitted.token() != null) {
            to.set(HttpHeaders.AUTHORIZATION, "Bearer " + admitted.token());
        }
        var client = admitted.inFlight().client();
        to.set("X-Forwarded-For", client.address());
        to.set("X-Forwarded-Proto", client.scheme());
        var host = request.authority();
        if (host != null) {
            to.set("X-Forwarded-Host", host.toString());
        }
        TraceContext.of(request.headers()).writeTo(to);
    }

    static void toClient(MultiMap from, Upstream upstream, MultiMap to) {
        var dropped = namedByConnection(from);
        from.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(lower) && !dropped.contains(lower)) {
                to.add(name, lower.equals("location") ? upstream.rewriteLocation(value) : value);
            }
        });
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        var named = new HashSet<String>();
        headers.getAll(HttpHeaders.CONNECTION)
                .forEach(value -> Arrays.stream(value.split(","))
                        .forEach(name -> named.add(name.trim().toLowerCase(Locale.ROOT))));
        // Connection must not be a way to lose what frames the body.
        named.remove("content-length");
        return named;
    }
}
