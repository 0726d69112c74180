package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Passes on valid requests; after the first malformed one, nothing. */
final class StrictHttp1 extends ChannelInboundHandlerAdapter {

    private final PipelinedRequests pipelined = new PipelinedRequests();
    private final RequestReader reader;

    StrictHttp1(RequestLimits limits) {
        this.reader = new RequestReader(limits, pipelined);
    }

    /** Lets Vert.x make up its mind about the protocol, which it does at the first bytes; these mean nothing to it. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.fireChannelRead(Unpooled.wrappedBuffer(new byte[] {'\r', '\n'}));
        var encoder = context.pipeline().context(HttpResponseEncoder.class);
        if (encoder == null) {
            context.close();
        } else {
            context.pipeline().addAfter(encoder.name(), null, pipelined);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        try {
            reader.read(bytes, context::fireChannelRead);
        } catch (MalformedRequest why) {
            // First of all, so that what comes of the refusal finds it in place.
            context.pipeline().addBefore(context.name(), null, new LingeringClose());
            if (reader.inBody()) {
                MalformedMessages.ofBody(context, why);
            } else {
                MalformedMessages.ofHead(context, why);
            }
            context.pipeline().remove(this);
        } finally {
            bytes.release();
        }
    }
}
