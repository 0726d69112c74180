package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Where in a list of leaves a hash stands first: an index of four to sixteen bytes an element, by open addressing. The hashes
 * come from outside: they are SHA-256's, or random, so that nobody chooses where they collide.
 */
public final class LeafIndex {

    private static final int FREE = -1;
    private static final int SMALLEST = 1024;

    private final List<Leaf> leaves;
    private final Function<Leaf, Bytes32> hash;
    private int[] table = emptied(SMALLEST);
    private int known;

    /** @param hash what is looked for, of each leaf */
    public LeafIndex(List<Leaf> leaves, Function<Leaf, Bytes32> hash) {
        this.leaves = leaves;
        this.hash = hash;
    }

    private static int[] emptied(int size) {
        var table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }

    /** The place of the leaf with that hash that was added first; negative where there is none. */
    public int of(Bytes32 wanted) {
        return table[slot(wanted)];
    }

    /** Makes the leaf at that place known unless one with its hash is; says whether it was the first. */
    public boolean add(int place) {
        int slot = slot(hash.apply(leaves.get(place)));
        if (table[slot] != FREE) {
            return false;
        }
        table[slot] = place;
        if (++known > table.length / 2) {
            grow();
        }
        return true;
    }

    private int slot(Bytes32 wanted) {
        int slot = (int) wanted.fourth() & (table.length - 1);
        while (table[slot] != FREE && !hash.apply(leaves.get(table[slot])).equals(wanted)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        var before = table;
        table = emptied(before.length * 2);
        for (int place : before) {
            if (place != FREE) {
                table[slot(hash.apply(leaves.get(place)))] = place;
            }
        }
    }
}
