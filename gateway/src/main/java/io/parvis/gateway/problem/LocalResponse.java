package io.parvis.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** A response that the gateway makes itself. */
public final class LocalResponse {

    private LocalResponse() {}

    /** The headers stand already, save those of the body; who asks for these alone gets no body. */
    public static void send(HttpServerRequest request, int status, String type, Buffer body) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setChunked(false)
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(body);
        }
        UnreadBody.discard(request);
    }
}
