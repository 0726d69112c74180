package io.parvis.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request waits until its answer is out, which it is not before the client has taken it. */
class PipelinedRequestsTest {

    private static final int MOST = 64;

    private final Queue<ChannelPromise> unread = new ArrayDeque<>();
    private final PipelinedRequests pipelined = new PipelinedRequests();
    private final EmbeddedChannel connection = new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
                @Override
                public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                    unread.add(promise);
                }
            },
            pipelined);

    @BeforeEach
    void asMayWaitCome() throws MalformedRequest {
        for (var i = 0; i < MOST; i++) {
            pipelined.add();
        }
    }

    @Test
    void countsAnAnswerThatNobodyHasRead() {
        for (var i = 0; i < MOST; i++) {
            connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
        }

        assertThatThrownBy(pipelined::add).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void countsNoAnswerThatIsOut() {
        connection.write(LastHttpContent.EMPTY_LAST_CONTENT);
        unread.remove().setSuccess();

        assertThatCode(pipelined::add).doesNotThrowAnyException();
    }

    @Test
    void countsARequestThatIsOnlyToldToGoOn() {
        connection.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        unread.remove().setSuccess();

        assertThatThrownBy(pipelined::add).isInstanceOf(MalformedRequest.class);
    }
}
