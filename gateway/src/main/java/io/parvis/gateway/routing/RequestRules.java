package io.parvis.gateway.routing;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What must hold of a request's head before anybody is asked anything. */
final class RequestRules {

    private RequestRules() {}

    /** {@code OPTIONS *}: a ping, about no resource. */
    static boolean asksAboutServer(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method()) && request.uri().equals("*");
    }

    /**
     * @param bodyLimit in bytes
     * @throws GatewayProblemException where one does not hold
     */
    static void check(HttpServerRequest request, long bodyLimit) {
        var expect = request.getHeader(HttpHeaders.EXPECT);
        if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
            throw new GatewayProblemException(GatewayProblem.expectationFailed());
        }
        if (contentLength(request) > bodyLimit) {
            throw new GatewayProblemException(GatewayProblem.tooLarge(bodyLimit));
        }
    }

    private static long contentLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(length.trim());
        } catch (NumberFormatException e) {
            throw new GatewayProblemException(GatewayProblem.invalid("Content-Length is not a number."));
        }
    }
}
