package io.parvis.wire.postgres;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection if the database has not responded in time. It stands between the client and its codec and sees
 * every command and response, so it applies to every use of the connection. Responses come in the order of the
 * commands: only the oldest command can be late.
 */
final class ResponseTimeout extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(ResponseTimeout.class);
    private static final int CHECKS = 4;

    private final long limitNanos;
    private final AtomicLong unresponsiveSince;
    private int unanswered;
    private long waitingSince;
    private @Nullable ScheduledFuture<?> watch;

    /**
     * @param unresponsiveSince shared by the connections of a pool: since when one of them has had no response.
     *     Idle connections older than that are closed, so that the next caller does not wait as long again.
     */
    ResponseTimeout(Duration limit, AtomicLong unresponsiveSince) {
        this.limitNanos = limit.toNanos();
        this.unresponsiveSince = unresponsiveSince;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        waitingSince = System.nanoTime();
        watch = context.executor()
                .scheduleAtFixedRate(
                        () -> check(context), limitNanos / CHECKS, limitNanos / CHECKS, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object command, ChannelPromise promise) {
        if (unanswered++ == 0) {
            waitingSince = System.nanoTime();
        }
        context.write(command, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CommandResponse<?>) {
            unanswered--;
            waitingSince = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    private void check(ChannelHandlerContext context) {
        if (unanswered == 0) {
            if (waitingSince - unresponsiveSince.get() < 0) {
                context.close();
            }
        } else if (System.nanoTime() - waitingSince > limitNanos) {
            LOG.warnf(
                    "The database has not answered for %d ms; its connection is closed, and what rests beside it",
                    TimeUnit.NANOSECONDS.toMillis(limitNanos));
            unresponsiveSince.accumulateAndGet(waitingSince, (known, since) -> since - known > 0 ? since : known);
            context.close();
        }
    }
}
