package io.parvis.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Answers a request with a problem and takes leave of what is still being sent. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Where part of another answer has gone out already, only the end of the stream can tell that it broke. */
    public static void send(HttpServerRequest request, GatewayProblem problem) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            UnreadBody.endExchange(request);
            return;
        }
        var body = problem.json().toBuffer();
        forgetOtherAnswer(response);
        problem.headers().forEach(response::putHeader);
        if (request.version() != HttpVersion.HTTP_2 && waitsWithBody(request)) {
            // Whether the body comes now nobody can tell, so nothing more can be read from here.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        DefaultResponseHeaders.complete(problem.status(), response.headers());
        LocalResponse.send(request, problem.status(), GatewayProblem.MEDIA_TYPE, body);
    }

    private static boolean waitsWithBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.EXPECT) && !request.isEnded() && UnreadBody.expected(request);
    }

    /** What a service said of a body that will not come; what was said of other origins stays. */
    private static void forgetOtherAnswer(HttpServerResponse response) {
        response.headers().names().stream()
                .filter(name -> !name.regionMatches(true, 0, "access-control-", 0, 15))
                .toList()
                .forEach(response.headers()::remove);
    }
}
