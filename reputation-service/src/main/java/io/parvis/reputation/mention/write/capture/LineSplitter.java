package io.parvis.reputation.mention.write.capture;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into numbered lines, keeping no more of an overlong one than it must. */
final class LineSplitter {

    private static final byte NEWLINE = '\n';

    /**
     * A line that is not empty.
     *
     * @param bytes null where it was too long
     */
    record Line(long number, @Nullable Buffer bytes) {}

    private final int maxBytes;
    private final ArrayDeque<Line> ready = new ArrayDeque<>();
    private Buffer rest = Buffer.buffer();
    private boolean tooLong;
    private long number;

    LineSplitter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    void add(Buffer bytes) {
        int start = 0;
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.getByte(i) == NEWLINE) {
                append(bytes, start, i);
                finishLine();
                start = i + 1;
            }
        }
        append(bytes, start, bytes.length());
    }

    /** No more bytes come: what is left is a line too. */
    void end() {
        if (rest.length() > 0 || tooLong) {
            finishLine();
        }
    }

    private void append(Buffer bytes, int start, int end) {
        if (tooLong || rest.length() + end - start > maxBytes) {
            tooLong = true;
            rest = Buffer.buffer();
        } else {
            rest.appendBuffer(bytes, start, end - start);
        }
    }

    private void finishLine() {
        number++;
        if (tooLong) {
            ready.add(new Line(number, null));
        } else if (!isBlank(rest)) {
            ready.add(new Line(number, rest));
        }
        rest = Buffer.buffer();
        tooLong = false;
    }

    private static boolean isBlank(Buffer line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.getByte(i) > ' ' || line.getByte(i) < 0) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    Line next() {
        return ready.poll();
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }
}
