package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the response arrives (a lingering close). Closing a socket with unread input sends RST,
 * and the response may be lost. So the output is shut down first, and input is read and discarded for a moment.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final long TIMEOUT_MILLIS = 1_000;
    private static final int MAX_BYTES = 256 * 1024;

    private boolean closing;
    private int discarded;

    /** Nothing more is read until the response is written. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing && message instanceof ByteBuf bytes) {
            discarded += bytes.readableBytes();
            if (discarded > MAX_BYTES) {
                context.close();
            }
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing || !(context.channel() instanceof DuplexChannel connection)) {
            context.close(promise);
            return;
        }
        closing = true;
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> connection.shutdownOutput());
        connection.config().setAutoRead(true);
        // Not with this promise, which is kept below whoever closes first: kept twice it would be a line in the log.
        var end = context.executor().schedule(() -> context.close(), TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        connection.closeFuture().addListener(closed -> {
            end.cancel(false);
            promise.trySuccess();
        });
    }
}
