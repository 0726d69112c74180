package io.parvis.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTTP/2 in clear text, frame by frame, with headers as wrong as they shall be. */
final class RawHttp2 implements AutoCloseable {

    static final int PROTOCOL_ERROR = 1;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_LENGTH = 5;

    private final RawConnection connection = new RawConnection();
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    private int lastStream = -1;

    RawHttp2() throws IOException {
        connection.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** How a stream ended: with a status and a body, or with an error code. */
    record End(int status, String body, int error) {}

    /** Sends a request's headers; what has no colon before the name is no pseudo-header. */
    int headers(boolean last, Iterable<Map.Entry<String, String>> headers) throws IOException {
        var list = new DefaultHttp2Headers(false);
        headers.forEach(header -> list.add(header.getKey(), header.getValue()));
        lastStream += 2;
        headers(lastStream, last, list);
        return lastStream;
    }

    void trailer(int stream, String name, String value) throws IOException {
        headers(stream, true, new DefaultHttp2Headers(false).add(name, value));
    }

    void data(int stream, boolean last, String text) throws IOException {
        frame(DATA, last ? END_STREAM : 0, stream, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads until the stream is over. */
    End end(int stream) throws IOException {
        var status = 0;
        var body = new StringBuilder();
        while (true) {
            var head = Unpooled.wrappedBuffer(connection.hear(9));
            if (head.readableBytes() < 9) {
                throw new IOException("closed");
            }
            var length = head.readUnsignedMedium();
            var type = head.readUnsignedByte();
            var flags = head.readUnsignedByte();
            var of = head.readInt();
            var payload = Unpooled.wrappedBuffer(connection.hear(length));
            if (type == GOAWAY) {
                return new End(0, "", payload.skipBytes(4).readInt());
            }
            if (of != stream) {
                continue;
            }
            switch (type) {
                case HEADERS ->
                    status = status(stream, payload.skipBytes((flags & PRIORITY) == 0 ? 0 : PRIORITY_LENGTH));
                case DATA -> body.append(payload.toString(StandardCharsets.ISO_8859_1));
                case RST_STREAM -> {
                    return new End(status, body.toString(), payload.readInt());
                }
                default -> {}
            }
            if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                return new End(status, body.toString(), 0);
            }
        }
    }

    private int status(int stream, ByteBuf block) throws IOException {
        try {
            return Integer.parseInt(
                    decoder.decodeHeaders(stream, block).status().toString());
        } catch (Http2Exception e) {
            throw new IOException(e);
        }
    }

    private void headers(int stream, boolean last, Http2Headers list) throws IOException {
        var block = Unpooled.buffer();
        try {
            encoder.encodeHeaders(stream, list, block);
        } catch (Http2Exception e) {
            throw new IOException(e);
        }
        frame(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, ByteBufUtil.getBytes(block));
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        var frame = Unpooled.buffer();
        frame.writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream);
        frame.writeBytes(payload);
        connection.say(ByteBufUtil.getBytes(frame));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
