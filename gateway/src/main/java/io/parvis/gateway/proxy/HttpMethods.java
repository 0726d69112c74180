package io.parvis.gateway.proxy;

import io.vertx.core.http.HttpMethod;

/** Properties of HTTP methods (RFC 9110). */
final class HttpMethods {

    private HttpMethods() {}

    /** Changes nothing, so that it may be sent twice. */
    static boolean isSafe(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method);
    }
}
