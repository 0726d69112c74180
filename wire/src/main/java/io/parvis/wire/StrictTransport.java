package io.parvis.wire;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;

/**
 * Hands accepted connections on with {@link StrictHttp} first in their pipeline, and has each read once in a turn of its
 * loop: Netty would read a megabyte of the one that sends the fastest before it looks at any other.
 */
final class StrictTransport extends JDKTransport {

    private final RequestLimits limits;

    StrictTransport(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        var channels = super.serverChannelFactory(domainSocket);
        return () -> {
            var server = channels.newChannel();
            server.pipeline().addLast(new Accepting());
            return server;
        };
    }

    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator().maxMessagesPerRead(1));
                connection.pipeline().addFirst(new StrictHttp(limits));
            }
            context.fireChannelRead(accepted);
        }
    }
}
