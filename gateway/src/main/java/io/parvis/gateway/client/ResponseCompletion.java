package io.parvis.gateway.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.AttributeKey;

/**
 * Tells when the answer to a request has left the gateway, or never will, for its connection or stream is gone. That an
 * answer was ended says little: a client that reads nothing leaves it here. All of it happens on the connection's event
 * loop, wherever the answer was made.
 */
interface ResponseCompletion {

    AttributeKey<ResponseCompletion> PLACE = AttributeKey.valueOf(ResponseCompletion.class.getName());

    /**
     * @param stream the request's in HTTP/2; in HTTP/1 the request is the one whose turn it is
     * @param gone run once
     */
    void await(int stream, Runnable gone);

    /** @param server the context of the handler that writes answers into the pipeline */
    static ResponseCompletion of(ChannelHandlerContext server) {
        var place = server.channel().attr(PLACE);
        var known = place.get();
        if (known == null) {
            var http2 = server.pipeline().get(Http2ConnectionHandler.class);
            known = http2 == null
                    ? Http1ResponseCompletion.before(server)
                    : Http2ResponseCompletion.of(http2.connection());
            place.set(known);
        }
        return known;
    }
}
