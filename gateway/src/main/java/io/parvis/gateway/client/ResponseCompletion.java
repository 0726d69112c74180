package io.parvis.gateway.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.AttributeKey;

/**
 * Tells when a response has been written, or never will be, since its connection or stream is closed. That a response
 * was ended says little: if the client reads nothing, it stays in the buffers. Runs on the connection's event loop.
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
