package io.parvis.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The chunked coding (RFC 9112, 7.1). Extensions and trailer fields are dropped. Small chunks are merged, or one-byte
 * chunks would cost the handlers behind this a hundred times what they cost to send.
 */
final class ChunkedBodyDecoder implements BodyDecoder {

    private enum Part {
        SIZE,
        DATA,
        END_OF_DATA,
        TRAILER
    }

    private static final int SIZE_LINE = 256;
    private static final int EXTENSIONS = 16 * 1024;
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})(;[\\t\\x20-\\x7e]*)?");

    private final LineReader lines = new LineReader();
    private final int trailerLimit;

    private Part part = Part.SIZE;
    private long left;
    private int extensions;
    private int trailer;

    ChunkedBodyDecoder(int trailerLimit) {
        this.trailerLimit = trailerLimit;
    }

    @Override
    public boolean read(ByteBuf bytes, Consumer<ByteBuf> on) throws MalformedRequest {
        var data = Unpooled.buffer(bytes.readableBytes());
        var ended = read(bytes, data);
        if (data.isReadable()) {
            var size = Integer.toHexString(data.readableBytes());
            on.accept(Unpooled.wrappedBuffer(text(size + "\r\n"), data, text("\r\n")));
        }
        if (ended) {
            on.accept(text("0\r\n\r\n"));
        }
        return ended;
    }

    private boolean read(ByteBuf bytes, ByteBuf data) throws MalformedRequest {
        while (bytes.isReadable()) {
            if (part == Part.DATA) {
                data(bytes, data);
                continue;
            }
            var line = lines.next(bytes, part == Part.TRAILER ? trailerLimit - trailer : SIZE_LINE, this::tooLong);
            if (line == null) {
                return false;
            }
            switch (part) {
                case SIZE -> size(line);
                case END_OF_DATA -> endOfData(line);
                default -> {
                    if (line.isEmpty()) {
                        return true;
                    }
                    trailer(line);
                }
            }
        }
        return false;
    }

    private void size(String line) throws MalformedRequest {
        var size = SIZE.matcher(line);
        if (!size.matches()) {
            throw MalformedRequest.because("The size of a chunk is not a hexadecimal number.");
        }
        extensions += line.length() - size.end(1);
        left = Long.parseLong(size.group(1), 16);
        if (left > Integer.MAX_VALUE || extensions > EXTENSIONS) {
            throw MalformedRequest.because("A chunk, or what is said of chunks, is too large.");
        }
        part = left == 0 ? Part.TRAILER : Part.DATA;
    }

    private void data(ByteBuf bytes, ByteBuf data) {
        var length = (int) Math.min(left, bytes.readableBytes());
        left -= length;
        if (left == 0) {
            part = Part.END_OF_DATA;
        }
        data.writeBytes(bytes, length);
    }

    private void endOfData(String line) throws MalformedRequest {
        if (!line.isEmpty()) {
            throw MalformedRequest.because("A chunk is longer than its size.");
        }
        part = Part.SIZE;
    }

    private void trailer(String line) throws MalformedRequest {
        trailer += Math.max(line.length(), HeaderField.read(line).length());
    }

    private MalformedRequest tooLong(int limit) {
        return switch (part) {
            case TRAILER -> MalformedRequest.longHead(trailerLimit);
            case END_OF_DATA -> MalformedRequest.because("A chunk is longer than its size.");
            default -> MalformedRequest.because("The size of a chunk is told in more than " + SIZE_LINE + " bytes.");
        };
    }

    private static ByteBuf text(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(US_ASCII));
    }
}
