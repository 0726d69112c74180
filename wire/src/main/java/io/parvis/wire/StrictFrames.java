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

/** Resets a stream whose headers are not by the letter of RFC 9113, before anybody hears of it. */
final class StrictFrames extends Http2FrameListenerDecorator {

    private final Http2ConnectionDecoder decoder;
    private final Http2Connection.PropertyKey begun;

    private StrictFrames(Http2ConnectionDecoder decoder) {
        super(decoder.frameListener());
        this.decoder = decoder;
        this.begun = decoder.connection().newKey();
    }

    static void judge(ChannelPipeline pipeline) {
        var handler = pipeline.get(Http2ConnectionHandler.class);
        if (handler != null) {
            handler.decoder().frameListener(new StrictFrames(handler.decoder()));
        }
    }

    /** Vert.x puts its own listener in place at the first settings, and this one aside. */
    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        super.onSettingsRead(context, settings);
        if (!(decoder.frameListener() instanceof StrictFrames)) {
            decoder.frameListener(new StrictFrames(decoder));
        }
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean last)
            throws Http2Exception {
        judge(stream, headers);
        super.onHeadersRead(context, stream, headers, padding, last);
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
        judge(stream, headers);
        super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, last);
    }

    private void judge(int stream, Http2Headers headers) throws Http2Exception {
        if (decoder.connection().stream(stream).setProperty(begun, true) == null) {
            StrictHeaders.judge(stream, headers);
        } else {
            StrictHeaders.judgeTrailer(stream, headers);
        }
    }
}
