package io.parvis.reputation.mention.write.capture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into numbered lines, one at a time and only when asked, keeping no more of an overlong one than
 * it must. A byte order mark at the start belongs to no line; a carriage return before the end is a blank.
 */
final class LineSplitter {

    private static final byte NEWLINE = '\n';
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] NOTHING = {};
    private static final int KEPT_BUFFER = 1 << 16;

    /**
     * A line that is not blank.
     *
     * @param bytes null where it was too long
     */
    record Line(long number, byte @Nullable [] bytes) {

        int size() {
            return bytes == null ? 0 : bytes.length;
        }
    }

    private final int maxBytes;
    private byte[] piece = NOTHING;
    private int at;
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean ended;
    private long number;

    LineSplitter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** More bytes, once those before are used up: {@link #next()} has found no further line. */
    void add(byte[] bytes) {
        if (at < piece.length) {
            throw new IllegalStateException("There are lines left");
        }
        piece = bytes;
        at = 0;
    }

    /** No more bytes come: what is left is a line too. */
    void end() {
        ended = true;
    }

    /** The next line that is not blank; null where more bytes are needed, or none come. */
    @Nullable
    Line next() {
        while (at < piece.length) {
            int end = at;
            while (end < piece.length && piece[end] != NEWLINE) {
                end++;
            }
            begin(end);
            boolean whole = end < piece.length;
            at = whole ? end + 1 : end;
            var line = whole ? finish() : null;
            if (line != null) {
                return line;
            }
        }
        piece = NOTHING;
        at = 0;
        return ended && (begun.size() > 0 || tooLong) ? finish() : null;
    }

    private void begin(int end) {
        if (tooLong || begun.size() + end - at > maxBytes) {
            tooLong = true;
            begun = new ByteArrayOutputStream();
        } else {
            begun.write(piece, at, end - at);
        }
    }

    private @Nullable Line finish() {
        number++;
        var bytes = begun.toByteArray();
        boolean rejected = tooLong;
        tooLong = false;
        if (bytes.length > KEPT_BUFFER) {
            begun = new ByteArrayOutputStream();
        } else {
            begun.reset();
        }
        if (rejected) {
            return new Line(number, null);
        }
        var text = number == 1 ? withoutMark(bytes) : bytes;
        return isBlank(text) ? null : new Line(number, text);
    }

    private static byte[] withoutMark(byte[] bytes) {
        int mark = BYTE_ORDER_MARK.length;
        return bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark)
                ? Arrays.copyOfRange(bytes, mark, bytes.length)
                : bytes;
    }

    /** By JSON's blanks: what else looks like nothing, such as NUL, is a line that cannot be read. */
    private static boolean isBlank(byte[] line) {
        for (var one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
