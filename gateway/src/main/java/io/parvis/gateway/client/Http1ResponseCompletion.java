package io.parvis.gateway.client;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Answers are made one after another, each ending with a message that says so. */
final class Http1ResponseCompletion extends ChannelDuplexHandler implements ResponseCompletion {

    private @Nullable Runnable current;

    static Http1ResponseCompletion before(ChannelHandlerContext server) {
        var completion = new Http1ResponseCompletion();
        server.pipeline().addBefore(server.name(), null, completion);
        return completion;
    }

    @Override
    public void await(int stream, Runnable gone) {
        tellCurrent();
        current = gone;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var gone = current;
        if (gone != null && message instanceof LastHttpContent && !isInterim(message)) {
            current = null;
            context.write(message, promise.unvoid().addListener(writtenOrClosed -> gone.run()));
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        tellCurrent();
        context.fireChannelInactive();
    }

    private void tellCurrent() {
        var gone = current;
        current = null;
        if (gone != null) {
            gone.run();
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
