package io.parvis.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Parses the requests of a connection strictly by RFC 9112. */
final class RequestReader {

    private final RequestLimits limits;
    private final PipelinedRequests pipelined;
    private final LineReader lines = new LineReader();

    private boolean emptyLineBefore;
    private @Nullable RequestLine line;
    private HeaderFields fields;
    private @Nullable BodyDecoder body;

    RequestReader(RequestLimits limits, PipelinedRequests pipelined) {
        this.limits = limits;
        this.pipelined = pipelined;
        this.fields = new HeaderFields(limits.fields());
    }

    /** Whether the head of the present request was passed on. */
    boolean inBody() {
        return body != null;
    }

    /** @param on takes over what is passed on: heads as wholes, written anew, and bodies */
    void read(ByteBuf bytes, Consumer<ByteBuf> on) throws MalformedRequest {
        while (bytes.isReadable()) {
            if (body == null) {
                head(bytes, on);
            } else if (body.read(bytes, on)) {
                body = null;
            }
        }
    }

    private void head(ByteBuf bytes, Consumer<ByteBuf> on) throws MalformedRequest {
        if (line == null) {
            requestLine(bytes);
            return;
        }
        var next = lines.next(bytes, fields.left(), limit -> MalformedRequest.longHead(limits.fields()));
        if (next == null) {
            return;
        }
        if (!next.isEmpty()) {
            fields.add(next);
            return;
        }
        var head = RequestHead.judge(line, fields.all());
        line = null;
        fields = new HeaderFields(limits.fields());
        pipelined.add();
        body = body(head.length());
        on.accept(Unpooled.wrappedBuffer(RequestHeadWriter.write(head).getBytes(ISO_8859_1)));
    }

    private void requestLine(ByteBuf bytes) throws MalformedRequest {
        var next = lines.next(bytes, limits.line(), MalformedRequest::longLine);
        if (next == null) {
            return;
        }
        if (next.isEmpty() && !emptyLineBefore) {
            // Some clients end a body with a line of its own (RFC 9112, 2.2).
            emptyLineBefore = true;
            return;
        }
        line = RequestLine.read(next);
        emptyLineBefore = false;
    }

    private @Nullable BodyDecoder body(long length) {
        if (length == RequestHead.CHUNKED) {
            return new ChunkedBodyDecoder(limits.fields());
        }
        return length == 0 ? null : new FixedLengthBodyDecoder(length);
    }
}
