package io.parvis.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Limits the pipelined requests of a connection that wait for their responses. Vert.x would queue any number of them.
 */
final class PipelinedRequests extends ChannelOutboundHandlerAdapter {

    private static final int MAX = 64;

    private int waiting;

    void add() throws MalformedRequest {
        if (++waiting > MAX) {
            throw MalformedRequest.tooManyPipelined(MAX);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            // Counted down only when written: a client that reads nothing would pile up responses here.
            context.write(message, promise.unvoid().addListener(written -> waiting--));
        } else {
            context.write(message, promise);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
