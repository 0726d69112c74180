package io.parvis.verify;

import java.io.OutputStream;

/** Compares what is written with the expected bytes, without buffering it. */
final class ComparingOutputStream extends OutputStream {

    private final byte[] expected;
    private int at;
    private boolean same = true;

    ComparingOutputStream(byte[] expected) {
        this.expected = expected;
    }

    @Override
    public void write(int b) {
        same = same && at < expected.length && expected[at] == (byte) b;
        at += same ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (var i = from; i < from + length && same; i++) {
            write(bytes[i]);
        }
    }

    boolean isSame() {
        return same && at == expected.length;
    }

    int firstDifference() {
        return at;
    }
}
