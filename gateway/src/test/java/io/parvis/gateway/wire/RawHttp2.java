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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTTP/2 in clear text, frame by frame, with headers as wrong as they shall be. */
final class RawHttp2 implements AutoCloseable {

    static final int PROTOCOL_ERROR = 1;
    static final int REFUSED_STREAM = 7;
    static final int ENHANCE_YOUR_CALM = 11;

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITIES = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int UNKNOWN = 0x7f;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_LENGTH = 5;
    private static final int NO_STREAM = -1;

    private final RawConnection connection;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    private int lastStream = -1;

    RawHttp2() throws IOException {
        this(new RawConnection());
    }

    RawHttp2(RawConnection connection) throws IOException {
        this.connection = connection;
        connection.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        frame(SETTINGS, 0, 0);
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
        flood(1, DATA, last ? END_STREAM : 0, stream, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @param code why, 0 for no reason */
    void reset(int stream, int code) throws IOException {
        flood(1, RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
    }

    /** The same frame so many times, at one blow. */
    void flood(int times, int type, int flags, int stream, byte[] payload) throws IOException {
        var frames = Unpooled.buffer();
        for (var i = 0; i < times; i++) {
            frame(frames, type, flags, stream, payload);
        }
        connection.say(ByteBufUtil.getBytes(frames));
    }

    /** Lets the gateway send whatever it has. */
    void wantsAll() throws IOException {
        frame(SETTINGS, 0, 0, 0, INITIAL_WINDOW_SIZE, 0x7f, 0xff, 0xff, 0xff);
        frame(WINDOW_UPDATE, 0, 0, 0x7f, 0xfe, 0, 0);
    }

    /** Hangs up as a process does that was killed. */
    void breakOff() throws IOException {
        connection.reset();
    }

    /** Reads until the gateway takes leave of the connection, and tells why. */
    int goAway() throws IOException {
        return end(NO_STREAM).error();
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
            // Every one: headers are told by what those before have told.
            var told =
                    type == HEADERS ? status(of, payload.skipBytes((flags & PRIORITY) == 0 ? 0 : PRIORITY_LENGTH)) : 0;
            if (of != stream) {
                continue;
            }
            switch (type) {
                case HEADERS -> status = told;
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
        flood(1, HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, ByteBufUtil.getBytes(block));
    }

    /** @param payload one byte after another */
    void frame(int type, int flags, int stream, int... payload) throws IOException {
        var bytes = new byte[payload.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        flood(1, type, flags, stream, bytes);
    }

    private static void frame(ByteBuf into, int type, int flags, int stream, byte[] payload) {
        into.writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream);
        into.writeBytes(payload);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
