package io.parvis.verify;

import java.nio.ByteBuffer;

/** An entry of the draw. */
record Leaf(long position, String fan, String leaf) {

    static final String[] FIELDS = {"fan", "leaf", "position"};
    private static final int SIZE = 72;

    static Leaf of(Fields fields) {
        return new Leaf(fields.whole("position"), fields.hash("fan"), fields.hash("leaf"));
    }

    byte[] merkleData() {
        return ByteBuffer.allocate(SIZE)
                .putLong(position)
                .put(Hashes.hex(fan))
                .put(Hashes.hex(leaf))
                .array();
    }
}
