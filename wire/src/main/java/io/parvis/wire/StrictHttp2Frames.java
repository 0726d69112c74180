package io.parvis.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.vertx.core.http.HttpConnection;

/** Resets a stream whose headers violate RFC 9113, before any other handler sees it. */
final class StrictHttp2Frames extends Http2FrameListenerDecorator {

    private final Http2ConnectionDecoder decoder;
    private final Http2Connection.PropertyKey begun;

    private StrictHttp2Frames(Http2ConnectionDecoder decoder) {
        super(decoder.frameListener());
        this.decoder = decoder;
        this.begun = decoder.connection().newKey();
    }

    static void judge(ChannelPipeline pipeline) {
        var frames = pipeline.context(Http2ConnectionHandler.class);
        if (frames != null) {
            var handler = (Http2ConnectionHandler) frames.handler();
            pipeline.addBefore(frames.name(), null, new StreamCleanup(handler.connection()));
            handler.decoder().frameListener(new StrictHttp2Frames(handler.decoder()));
        }
    }

    /** Vert.x puts its own listener in place at the first settings, and this one aside. */
    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(context, settings);
        if (!(decoder.frameListener() instanceof StrictHttp2Frames)) {
            limitStreams();
            decoder.frameListener(new StrictHttp2Frames(decoder));
        }
    }

    /** From the first one on: Netty would wait until the client has acknowledged the limit, which it need not ever do. */
    private void limitStreams() {
        if (decoder.frameListener() instanceof HttpConnection connection) {
            var limit = connection.settings().getMaxConcurrentStreams();
            decoder.connection().remote().maxActiveStreams((int) Math.min(limit, Integer.MAX_VALUE));
        }
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean last)
            throws Http2Exception {
        if (isToBeHeard(context, stream)) {
            judge(stream, headers, last);
            super.onHeadersRead(context, stream, headers, padding, last);
        }
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean last)
            throws Http2Exception {
        if (isToBeHeard(context, stream)) {
            judge(stream, headers, last);
            super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, last);
        }
    }

    /** What was read of a connection before it broke is decoded all the same; nobody waits for an answer. */
    private boolean isToBeHeard(ChannelHandlerContext context, int stream) {
        var open = context.channel().isActive();
        if (!open) {
            decoder.connection().stream(stream).close();
        }
        return open;
    }

    private void judge(int stream, Http2Headers headers, boolean last) throws Http2Exception {
        if (decoder.connection().stream(stream).setProperty(begun, true) != null) {
            StrictHttp2Headers.judgeTrailer(stream, headers);
            return;
        }
        StrictHttp2Headers.judge(stream, headers);
        StrictHttp2Headers.complete(headers, last);
    }
}
