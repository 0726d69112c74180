package io.parvis.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.function.Predicate;

/**
 * Closes HTTP/2 streams as soon as they are of no more use. Netty keeps a refused stream until its reset is written,
 * and Vert.x, which never heard of it, fails if the connection breaks meanwhile. An outbound handler.
 */
final class StreamCleanup extends ChannelOutboundHandlerAdapter {

    private final Http2Connection connection;

    StreamCleanup(Http2Connection connection) {
        this.connection = connection;
    }

    /** Where the connection has gone every stream has. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Http2Exception {
        if (!context.channel().isActive()) {
            end(stream -> true);
        }
        context.write(message, promise);
    }

    /** Before, for it may be what shows that the connection is broken. */
    @Override
    public void flush(ChannelHandlerContext context) throws Http2Exception {
        end(Http2Stream::isResetSent);
        context.flush();
    }

    private void end(Predicate<Http2Stream> over) throws Http2Exception {
        connection.forEachActiveStream(stream -> {
            if (over.test(stream)) {
                stream.close();
            }
            return true;
        });
    }
}
