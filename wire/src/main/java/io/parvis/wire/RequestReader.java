package io.parvis.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one request after another from a connection by the letter of RFC 9112. */
final class RequestReader {

    private final Limits limits;
    private final Backlog backlog;
    private final LineReader lines = new LineReader();

    private boolean emptyLineBefore;
    private @Nullable RequestLine line;
    private Fields fields;
    private @Nullable Body body;

    RequestReader(Limits limits, Backlog backlog) {
        this.limits = limits;
        this.backlog = backlog;
        this.fields = new Fields(limits.fields());
    }

    /** Whether the head of the present request was passed on. */
    boolean inBody() {
        return body != null;
    }

    /** @param on takes over what is passed on: heads as wholes, written anew, and bodies */
    void read(ByteBuf bytes, Consumer<ByteBuf> on) throws Malformed {
        while (bytes.isReadable()) {
            if (body == null) {
                head(bytes, on);
            } else if (body.read(bytes, on)) {
                body = null;
            }
        }
    }

    private void head(ByteBuf bytes, Consumer<ByteBuf> on) throws Malformed {
        if (line == null) {
            requestLine(bytes);
            return;
        }
        var next = lines.next(bytes, fields.left(), limit -> Malformed.longHead(limits.fields()));
        if (next == null) {
            return;
        }
        if (!next.isEmpty()) {
            fields.add(next);
            return;
        }
        var head = Head.judge(line, fields.all());
        line = null;
        fields = new Fields(limits.fields());
        backlog.add();
        body = body(head.length());
        on.accept(Unpooled.wrappedBuffer(HeadWriter.write(head).getBytes(ISO_8859_1)));
    }

    private void requestLine(ByteBuf bytes) throws Malformed {
        var next = lines.next(bytes, limits.line(), Malformed::longLine);
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

    private @Nullable Body body(long length) {
        if (length == Head.CHUNKED) {
            return new ChunkedBody(limits.fields());
        }
        return length == 0 ? null : new CountedBody(length);
    }
}
