package io.parvis.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An append-only Merkle tree (RFC 6962, 2.1), with roots and proofs for every size that it has had. It stores the
 * roots of all complete subtrees, two per leaf, which never change: appending takes two hashes on average, a root or
 * a proof at most the square of the number of levels. Not thread-safe.
 */
public final class AppendOnlyMerkleTree {

    /** By level, that of the leaves first: the root of each subtree that is whole, in their order. */
    private final List<List<Bytes32>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    /** Appends a leaf. */
    public void add(byte[] leaf) {
        var hash = MerkleHashes.leaf(leaf);
        for (int height = 0; ; height++) {
            var level = level(height);
            level.add(hash);
            if (level.size() % 2 == 1) {
                return;
            }
            hash = MerkleHashes.parent(level.get(level.size() - 2), hash);
        }
    }

    private List<Bytes32> level(int height) {
        if (height == levels.size()) {
            levels.add(new ArrayList<>());
        }
        return levels.get(height);
    }

    /** How many leaves. */
    public int size() {
        return levels.getFirst().size();
    }

    /** The root; of no leaves, the hash of nothing. */
    public Bytes32 root() {
        return root(size());
    }

    /**
     * The root at an earlier size.
     *
     * @param size how many leaves it had then
     */
    public Bytes32 root(int size) {
        mustHaveHad(size);
        return size == 0 ? MerkleHashes.EMPTY : root(0, size);
    }

    /**
     * @param index of the leaf, from 0
     * @param size how many leaves the tree had
     * @throws IndexOutOfBoundsException where it never had so many, or the leaf is none of them
     */
    public InclusionProof inclusion(int index, int size) {
        mustHaveHad(size);
        Objects.checkIndex(index, size);
        var path = new ArrayList<Bytes32>();
        for (int from = 0, to = size; to - from > 1; ) {
            int middle = from + split(to - from);
            if (index < middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, List.copyOf(path.reversed()));
    }

    /**
     * @param from how many leaves it had first, 1 at least
     * @param to how many it had later, or as many
     * @throws IndexOutOfBoundsException where it never had so many
     */
    public ConsistencyProof consistency(int from, int to) {
        mustHaveHad(to);
        Objects.checkIndex(from - 1, to);
        var path = new ArrayList<Bytes32>();
        int begin = 0;
        int end = to;
        while (end != from) {
            int middle = begin + split(end - begin);
            if (from <= middle) {
                path.add(root(middle, end));
                end = middle;
            } else {
                path.add(root(begin, middle));
                begin = middle;
            }
        }
        if (begin > 0) {
            path.add(root(begin, end));
        }
        return new ConsistencyProof(from, to, List.copyOf(path.reversed()));
    }

    private void mustHaveHad(int size) {
        Objects.checkFromToIndex(0, size, size());
    }

    /** Of the leaves from one to before another; where the RFC splits, the first of them stands at a whole subtree's edge. */
    private Bytes32 root(int from, int to) {
        int whole = Integer.highestOneBit(to - from);
        var left = levels.get(Integer.numberOfTrailingZeros(whole)).get(from / whole);
        return from + whole == to ? left : MerkleHashes.parent(left, root(from + whole, to));
    }

    /** The largest power of two below it. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
