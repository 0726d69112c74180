package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.MerkleTree;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Leaves by the million: 72 bytes each, and not an object each but where one is asked for. Only added to, until all are
 * there.
 */
public final class Leaves extends AbstractList<Leaf> implements RandomAccess {

    private static final int LONGS = 9;

    /** 288 KiB: an array of more than half a region would take G1 whole ones. */
    private static final int CHUNK = 4_096;

    private static final int SMALLEST = 16;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    /** Over the valid leaves, in the order given: that of their positions. They are read again for paths. */
    public static MerkleTree tree(List<Leaf> leaves) {
        return MerkleTree.over(LazyList.of(leaves.size(), i -> leaves.get(i).merkleData()));
    }

    @Override
    public boolean add(Leaf leaf) {
        makeRoom();
        write(size++, leaf);
        return true;
    }

    /** The first chunk grows: most contests are small, and many of them are held. */
    private void makeRoom() {
        if (size / CHUNK == chunks.size()) {
            chunks.add(new long[(size == 0 ? SMALLEST : CHUNK) * LONGS]);
        } else if (chunks.size() == 1 && size * LONGS == chunks.getFirst().length) {
            chunks.set(0, Arrays.copyOf(chunks.getFirst(), 2 * chunks.getFirst().length));
        }
    }

    private void write(int index, Leaf leaf) {
        var chunk = chunks.get(index / CHUNK);
        int at = index % CHUNK * LONGS;
        chunk[at] = leaf.position();
        write(chunk, at + 1, leaf.leaf());
        write(chunk, at + 5, leaf.fan());
    }

    private static void write(long[] chunk, int at, Bytes32 bytes) {
        chunk[at] = bytes.first();
        chunk[at + 1] = bytes.second();
        chunk[at + 2] = bytes.third();
        chunk[at + 3] = bytes.fourth();
    }

    @Override
    public Leaf get(int index) {
        Objects.checkIndex(index, size);
        var chunk = chunks.get(index / CHUNK);
        int at = index % CHUNK * LONGS;
        return new Leaf(chunk[at], bytes(chunk, at + 1), bytes(chunk, at + 5));
    }

    private static Bytes32 bytes(long[] chunk, int at) {
        return new Bytes32(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]);
    }

    @Override
    public int size() {
        return size;
    }

    /** Takes those out whose places are named; the others move up and keep their order. */
    public void remove(BitSet places) {
        int kept = places.nextSetBit(0);
        if (kept < 0) {
            return;
        }
        for (int i = kept; i < size; i++) {
            if (!places.get(i)) {
                write(kept++, get(i));
            }
        }
        size = kept;
        while (chunks.size() > (size + CHUNK - 1) / CHUNK) {
            chunks.removeLast();
        }
    }
}
