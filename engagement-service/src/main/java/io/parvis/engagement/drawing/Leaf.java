package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * An entry as the draw knows it.
 *
 * @param position of the entry in the event store
 * @param leaf {@link EntrySecret#leaf()}
 * @param fan {@link EntrySecret#fan()}: equal for the entries of one fan
 */
public record Leaf(long position, Bytes32 leaf, Bytes32 fan) {

    private static final int SIZE = Long.BYTES + 2 * Bytes32.SIZE;

    /** What the Merkle tree is over: all that ranking and distribution depend on. */
    byte[] merkleData() {
        return ByteBuffer.allocate(SIZE)
                .putLong(position)
                .put(fan.bytes())
                .put(leaf.bytes())
                .array();
    }

    Map<String, Object> json() {
        return Map.of("fan", fan.hex(), "leaf", leaf.hex(), "position", position);
    }
}
