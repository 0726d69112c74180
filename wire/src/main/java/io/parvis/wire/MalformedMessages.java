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

/** Fires messages that tell the HTTP server that a request could not be parsed. */
final class MalformedMessages {

    private MalformedMessages() {}

    /** In place of the request, so that it is answered after those before it. */
    static void ofHead(ChannelHandlerContext context, MalformedRequest why) {
        var standIn = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        standIn.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        // A router would refuse a request without a host.
        standIn.headers().set(HttpHeaderNames.HOST, "refused");
        standIn.setDecoderResult(new MalformedHead(why));
        var decoder = context.pipeline().context(HttpRequestDecoder.class);
        decoder.fireChannelRead(standIn);
        decoder.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** In place of the end of a body. */
    static void ofBody(ChannelHandlerContext context, MalformedRequest why) {
        var broken = new DefaultLastHttpContent();
        broken.setDecoderResult(DecoderResult.failure(why));
        context.pipeline().context(HttpRequestDecoder.class).fireChannelRead(broken);
    }
}
