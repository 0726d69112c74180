package io.parvis.gateway.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.parvis.gateway.GatewayConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Limits the connections of one address, before a byte is read; one more is closed. Trusted proxies are not limited.
 * Vert.x has no such extension point, so it is added to the pipeline of the listening socket when the first request
 * shows which one that is (health probes do).
 */
@Sharable
final class ConnectionLimiter extends ChannelInboundHandlerAdapter {

    private final ClientResolver clients;
    private final GatewayConfig.Clients limits;
    private final PerClientLimit open;

    ConnectionLimiter(ClientResolver clients, GatewayConfig.Clients limits) {
        this.clients = clients;
        this.limits = limits;
        this.open = new PerClientLimit(limits.connectionsPerAddress());
    }

    /** @param channel that a request came on */
    ConnectionDeadline connection(Channel channel) {
        var known = channel.pipeline().get(ConnectionDeadline.class);
        if (known != null) {
            return known;
        }
        var listening = channel.parent();
        if (listening != null && listening.pipeline().get(ConnectionLimiter.class) == null) {
            install(listening);
        }
        var late = new ConnectionDeadline(limits);
        channel.pipeline().addFirst(late);
        return late;
    }

    private synchronized void install(Channel listening) {
        if (listening.pipeline().get(ConnectionLimiter.class) == null) {
            listening.pipeline().addFirst(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        var connection = (Channel) accepted;
        if (connection.remoteAddress() instanceof InetSocketAddress peer && !admits(connection, peer.getAddress())) {
            connection.unsafe().closeForcibly();
            return;
        }
        connection.pipeline().addFirst(new ConnectionDeadline(limits));
        context.fireChannelRead(accepted);
    }

    private boolean admits(Channel connection, InetAddress peer) {
        if (clients.isTrusted(peer)) {
            return true;
        }
        var client = Addresses.oneClient(peer);
        if (!open.acquire(client)) {
            return false;
        }
        connection.closeFuture().addListener(closed -> open.release(client));
        return true;
    }
}
