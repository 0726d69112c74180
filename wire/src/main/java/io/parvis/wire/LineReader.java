package io.parvis.wire;

import io.netty.buffer.ByteBuf;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One line after another, each ended by CR LF and by nothing else. */
final class LineReader {

    /** A connection at rest keeps no more than this. */
    private static final int KEPT = 256;

    private StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    /**
     * @param limit in bytes, the end of the line not counted
     * @param tooLong makes what is thrown where the limit is passed
     * @return the line without its end, a character per byte; null as long as it has not arrived
     */
    @Nullable
    String next(ByteBuf bytes, int limit, IntFunction<Malformed> tooLong) throws Malformed {
        while (bytes.isReadable()) {
            var letter = (char) (bytes.readByte() & 0xff);
            if (afterReturn) {
                return end(letter);
            }
            if (letter == '\n') {
                throw Malformed.because("A line ends with a line feed alone.");
            }
            if (letter == '\r') {
                afterReturn = true;
            } else if (line.length() == limit) {
                throw tooLong.apply(limit);
            } else {
                line.append(letter);
            }
        }
        return null;
    }

    private String end(char letter) throws Malformed {
        if (letter != '\n') {
            throw Malformed.because("A carriage return stands alone.");
        }
        afterReturn = false;
        var whole = line.toString();
        line.setLength(0);
        if (line.capacity() > KEPT) {
            line = new StringBuilder();
        }
        return whole;
    }
}
