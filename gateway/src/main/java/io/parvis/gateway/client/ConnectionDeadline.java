package io.parvis.gateway.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import io.parvis.gateway.GatewayConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no request is under way and no complete request head arrives in time: an idle one, or
 * one that sends its head byte by byte (slowloris). Only requests count, not bytes. Runs on the connection's event
 * loop.
 */
final class ConnectionDeadline extends ChannelInboundHandlerAdapter {

    private static final Duration GOAWAY_TIMEOUT = Duration.ofSeconds(1);

    private final GatewayConfig.Clients limits;
    private int underWay;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> closing;

    ConnectionDeadline(GatewayConfig.Clients limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        closeAfter(limits.headTimeout());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        stay();
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        stay();
        gone.fireChannelInactive();
    }

    void requestBegins() {
        underWay++;
        stay();
    }

    void requestEnds() {
        underWay--;
        if (underWay == 0) {
            closeAfter(limits.keepAlive());
        }
    }

    private void stay() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }

    private void closeAfter(Duration timeout) {
        schedule(timeout, connection -> {
            // What still waits is written first, and a client of HTTP/2 is told; one that reads nothing hears neither.
            connection.channel().close();
            schedule(GOAWAY_TIMEOUT, ChannelHandlerContext::close);
        });
    }

    private void schedule(Duration time, Consumer<ChannelHandlerContext> step) {
        stay();
        var connection = context;
        if (connection != null && connection.channel().isOpen()) {
            closing =
                    connection.executor().schedule(() -> step.accept(connection), time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
