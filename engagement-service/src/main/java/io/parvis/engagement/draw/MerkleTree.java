package io.parvis.engagement.draw;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * RFC 6962 (2.1) over SHA-256: 0x00 before a leaf's data, 0x01 before two children. All levels are held, 64 bytes a
 * leaf, so that any inclusion is answered at once: 6.4 MB for 100,000 leaves.
 */
public final class MerkleTree {

    private static final int HASH = Bytes32.SIZE;

    private final int size;
    private final List<byte[]> levels = new ArrayList<>();

    private MerkleTree(int size, byte[] leaves) {
        this.size = size;
        levels.add(leaves);
    }

    /** Over the valid leaves, in the order given: that of their positions. */
    public static MerkleTree of(List<Leaf> leaves) {
        return over(leaves.stream().map(Leaf::merkleData).iterator(), leaves.size());
    }

    static MerkleTree over(Iterator<byte[]> data, int size) {
        var sha = Sha256.digest();
        var bottom = new byte[Math.multiplyExact(size, HASH)];
        for (var i = 0; i < size; i++) {
            sha.update((byte) 0);
            sha.update(data.next());
            finish(sha, bottom, i);
        }
        var tree = new MerkleTree(size, bottom);
        while (tree.levels.getLast().length > HASH) {
            tree.levels.add(parents(sha, tree.levels.getLast()));
        }
        return tree;
    }

    /** An odd one out goes up unchanged: the same tree as the RFC's, which splits at powers of two. */
    private static byte[] parents(MessageDigest sha, byte[] children) {
        var count = children.length / HASH;
        var parents = new byte[(count + 1) / 2 * HASH];
        for (var i = 0; i + 1 < count; i += 2) {
            sha.update((byte) 1);
            sha.update(children, i * HASH, 2 * HASH);
            finish(sha, parents, i / 2);
        }
        if (count % 2 == 1) {
            System.arraycopy(children, (count - 1) * HASH, parents, count / 2 * HASH, HASH);
        }
        return parents;
    }

    private static void finish(MessageDigest sha, byte[] into, int index) {
        System.arraycopy(sha.digest(), 0, into, index * HASH, HASH);
    }

    /** How many leaves. */
    public int size() {
        return size;
    }

    /** The root; of no leaves, the hash of nothing. */
    public Bytes32 root() {
        return size == 0 ? Sha256.of(new byte[0]) : at(levels.size() - 1, 0);
    }

    /**
     * The audit path of a leaf, from the bottom up.
     *
     * @throws IndexOutOfBoundsException for an index that is not a leaf's
     */
    public List<Bytes32> path(int index) {
        Objects.checkIndex(index, size);
        var path = new ArrayList<Bytes32>();
        for (var level = 0; level < levels.size() - 1; level++) {
            var sibling = (index >> level) ^ 1;
            if (sibling < levels.get(level).length / HASH) {
                path.add(at(level, sibling));
            }
        }
        return path;
    }

    private Bytes32 at(int level, int index) {
        var from = index * HASH;
        return Bytes32.of(Arrays.copyOfRange(levels.get(level), from, from + HASH));
    }
}
