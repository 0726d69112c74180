package io.parvis.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;

/** Hands accepted connections on with {@link StrictHttp} first in their pipeline. */
final class StrictTransport extends JDKTransport {

    private final Limits limits;

    StrictTransport(Limits limits) {
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
                connection.pipeline().addFirst(new StrictHttp(limits));
            }
            context.fireChannelRead(accepted);
        }
    }
}
