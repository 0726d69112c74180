package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.ssl.SslHandler;

/**
 * The first handler of a connection: detects the protocol by its first bytes, and installs the strict handler for it.
 */
final class StrictHttp extends ChannelInboundHandlerAdapter {

    private static final ByteBuf PREFACE = Unpooled.unreleasableBuffer(Http2CodecUtil.connectionPrefaceBuf());

    private final RequestLimits limits;
    private final ByteBuf first = Unpooled.buffer(PREFACE.readableBytes());

    StrictHttp(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.fireChannelActive();
        var tls = context.pipeline().context(SslHandler.class);
        if (tls != null) {
            // What is encrypted says nothing.
            context.pipeline().addAfter(tls.name(), null, new StrictHttp(limits));
            context.pipeline().remove(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        while (bytes.isReadable() && mayBePreface() && !isPreface()) {
            first.writeByte(bytes.readByte());
        }
        if (isPreface()) {
            http2(context, bytes);
        } else if (!mayBePreface()) {
            http1(context, bytes);
        } else {
            bytes.release();
        }
    }

    private boolean mayBePreface() {
        return PREFACE.slice(0, first.readableBytes()).equals(first);
    }

    private boolean isPreface() {
        return PREFACE.equals(first);
    }

    private void http1(ChannelHandlerContext context, ByteBuf bytes) {
        context.pipeline().addAfter(context.name(), null, new StrictHttp1(limits));
        context.fireChannelRead(first);
        context.fireChannelRead(bytes);
        context.pipeline().remove(this);
    }

    private void http2(ChannelHandlerContext context, ByteBuf bytes) {
        context.fireChannelRead(first);
        // Now that the preface has passed there is somebody who reads frames, and has read none yet.
        StrictHttp2Frames.judge(context.pipeline());
        context.fireChannelRead(bytes);
        context.pipeline().remove(this);
    }
}
