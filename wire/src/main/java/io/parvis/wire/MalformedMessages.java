package io.parvis.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells whoever answers requests that what comes next on this connection could not be read. */
final class MalformedMessages {

    private MalformedMessages() {}

    /** In the place of a request, which is queued behind those before it. */
    static void ofHead(ChannelHandlerContext context, MalformedRequest why) {
        var standIn = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        standIn.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        // A router would refuse it itself for want of one.
        standIn.headers().set(HttpHeaderNames.HOST, "refused");
        standIn.setDecoderResult(new MalformedHead(why));
        var decoder = context.pipeline().context(HttpRequestDecoder.class);
        decoder.fireChannelRead(standIn);
        decoder.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** In the place of the end of a body. */
    static void ofBody(ChannelHandlerContext context, MalformedRequest why) {
        var broken = new DefaultLastHttpContent();
        broken.setDecoderResult(DecoderResult.failure(why));
        context.pipeline().context(HttpRequestDecoder.class).fireChannelRead(broken);
    }
}
