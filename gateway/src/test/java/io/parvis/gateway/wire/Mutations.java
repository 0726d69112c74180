package io.parvis.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.util.List;
import java.util.Random;

/** Requests with something wrong about them; the same number makes the same request. */
final class Mutations {

    private static final long SEED = 20_261_127;
    private static final String PATH = "/v1/public/contests/mutant";
    private static final String HIDDEN =
            "GET /v1/public/contests/smuggled HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n";

    private static final List<String> PIECES = List.of(
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding : chunked\r\n",
            " Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding:\tchunked\r\n",
            "Transfer-Encoding: chunked\n",
            "Content-Length: 0\r\n",
            "Content-Length: 1\r\n",
            "Content-Length: 61\r\n",
            "Content-Length: +5\r\n",
            "Content-Length: 5, 5\r\n",
            "Content-Length : 5\r\n",
            "Host: h\r\n",
            "Host: a b\r\n",
            "Expect: 100-continue\r\n",
            "Connection: close\r\n",
            "Connection: Content-Length\r\n",
            "Connection: keep-alive\r\n",
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings\r\n",
            "X: y\r\n z\r\n",
            "\r\n",
            "\n",
            "\r",
            "\0",
            " ",
            "\t",
            ":",
            ";a=b",
            "0\r\n\r\n",
            "0\r\nX: y\r\n\r\n",
            "5\r\nhello\r\n",
            "ffffffff\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            HIDDEN);

    private static final List<String> NAMES = List.of(
            "x",
            "a b",
            "a:b",
            "a\r\nb",
            "Upper",
            "",
            ":path",
            ":x",
            "connection",
            "te",
            "host",
            "content-length",
            "transfer-encoding",
            "cookie",
            "expect",
            "\u00e9");

    private static final List<String> VALUES = List.of(
            "y", "a\0b", "a\r\nb", "5", "0", "chunked", "close", "g", "other", " a ", "", "\u00e9", "100-continue");

    private Mutations() {}

    static byte[] number(int number) {
        var random = new Random(SEED + number);
        var bytes = number % 3 == 2 ? http2(random) : http1(random, number % 3 == 0 ? "1.0" : "1.1");
        return random.nextInt(4) == 0 ? scratched(bytes, random) : bytes;
    }

    private static byte[] http1(Random random, String version) {
        var chunked = random.nextBoolean();
        var body = chunked ? "5\r\nhello\r\n0\r\n\r\n" : "hello";
        var request = new StringBuilder((random.nextBoolean() ? "POST " : "GET ") + PATH + " HTTP/" + version
                + "\r\nHost: g\r\n" + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: 5")
                + "\r\nX: y\r\n\r\n"
                + body + HIDDEN);
        for (var times = random.nextInt(4); times > 0; times--) {
            request.insert(place(request, random), PIECES.get(random.nextInt(PIECES.size())));
        }
        if (random.nextInt(3) == 0) {
            var at = random.nextInt(request.length());
            request.delete(at, Math.min(request.length(), at + 1 + random.nextInt(8)));
        }
        return request.toString().getBytes(ISO_8859_1);
    }

    /** Mostly at the start of a line, where it matters. */
    private static int place(StringBuilder request, Random random) {
        var anywhere = random.nextInt(request.length());
        var line = request.indexOf("\n", anywhere);
        return random.nextInt(4) == 0 || line < 0 ? anywhere : line + 1;
    }

    private static byte[] scratched(byte[] bytes, Random random) {
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] http2(Random random) {
        var out = Unpooled.buffer();
        out.writeCharSequence("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ISO_8859_1);
        out.writeMedium(0).writeByte(4).writeByte(0).writeInt(0);
        for (var stream = 1; stream < 5; stream += 2) {
            var headers = new DefaultHttp2Headers(false);
            headers.add(":method", random.nextBoolean() ? "POST" : "GET").add(":scheme", "http");
            headers.add(":authority", "g").add(":path", PATH);
            for (var times = random.nextInt(3); times > 0; times--) {
                headers.add(NAMES.get(random.nextInt(NAMES.size())), VALUES.get(random.nextInt(VALUES.size())));
            }
            var block = Unpooled.buffer();
            try {
                new DefaultHttp2HeadersEncoder((name, value) -> true).encodeHeaders(stream, headers, block);
            } catch (Http2Exception e) {
                throw new IllegalStateException(e);
            }
            var withBody = random.nextBoolean();
            out.writeMedium(block.readableBytes())
                    .writeByte(1)
                    .writeByte(withBody ? 4 : 5)
                    .writeInt(stream);
            out.writeBytes(block);
            if (withBody) {
                out.writeMedium(HIDDEN.length())
                        .writeByte(0)
                        .writeByte(random.nextInt(2))
                        .writeInt(stream);
                out.writeCharSequence(HIDDEN, ISO_8859_1);
            }
        }
        return ByteBufUtil.getBytes(out);
    }
}
