package io.parvis.edge.web;

import jakarta.ws.rs.HttpMethod;

/** GET, and HEAD, which is GET without the content (RFC 9110, 9.3.2). */
final class ReadMethods {

    private ReadMethods() {}

    static boolean include(String method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
