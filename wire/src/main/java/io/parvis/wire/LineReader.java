package io.parvis.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One line after another, each ended by CR LF and by nothing else. */
final class LineReader {

    private static final byte LINE_FEED = '\n';
    private static final char RETURN = '\r';

    /** What came of a line that came in parts. */
    private StringBuilder begun = new StringBuilder();

    /**
     * @param limit in bytes, the end of the line not counted
     * @param tooLong makes what is thrown where the limit is passed
     * @return the line without its end, a character per byte; null as long as it has not arrived
     */
    @Nullable
    String next(ByteBuf bytes, int limit, IntFunction<MalformedRequest> tooLong) throws MalformedRequest {
        var feed = bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), LINE_FEED);
        var length = (feed < 0 ? bytes.writerIndex() : feed) - bytes.readerIndex();
        if (begun.length() + length > limit + 1) {
            throw tooLong.apply(limit);
        }
        var part = bytes.toString(bytes.readerIndex(), length, ISO_8859_1);
        checkReturns(part);
        bytes.skipBytes(feed < 0 ? length : length + 1);
        if (feed < 0) {
            begun.append(part);
            checkLength(limit, tooLong);
            return null;
        }
        if (!endsWithReturn(part) && !(part.isEmpty() && endsWithReturn(begun))) {
            throw MalformedRequest.because("A line ends with a line feed alone.");
        }
        return whole(part);
    }

    private void checkReturns(String part) throws MalformedRequest {
        var first = part.indexOf(RETURN);
        if ((first >= 0 && first < part.length() - 1) || (!part.isEmpty() && endsWithReturn(begun))) {
            throw MalformedRequest.because("A carriage return stands alone.");
        }
    }

    private void checkLength(int limit, IntFunction<MalformedRequest> tooLong) throws MalformedRequest {
        if (begun.length() > limit && !endsWithReturn(begun)) {
            throw tooLong.apply(limit);
        }
    }

    private String whole(String part) {
        if (begun.isEmpty()) {
            return part.substring(0, part.length() - 1);
        }
        begun.append(part);
        var line = begun.substring(0, begun.length() - 1);
        begun = new StringBuilder();
        return line;
    }

    private static boolean endsWithReturn(CharSequence text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == RETURN;
    }
}
