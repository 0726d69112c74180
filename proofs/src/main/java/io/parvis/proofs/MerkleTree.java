package io.parvis.proofs;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * RFC 6962 (2.1) over SHA-256: 0x00 before a leaf's data, 0x01 before two children. Of a small tree all levels are held,
 * 64 bytes a leaf. Of a large one only those above blocks of {@value #BLOCK} leaves, a byte for four leaves; a path is
 * found by hashing its leaf's block once more.
 */
public final class MerkleTree {

    static final int BLOCK = 256;

    private static final int BLOCK_LEVELS = 8;

    /** 1 MiB at most is held of a tree with all its levels. */
    private static final int SMALL = 16_384;

    private static final int HASH = Bytes32.SIZE;

    private final List<byte[]> data;
    private final int size;

    /** The level that is the first of {@link #levels}: 0 for that of the leaves. */
    private final int lowest;

    private final List<byte[]> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> data, int lowest, byte[] hashes) {
        this.data = data;
        this.size = data.size();
        this.lowest = lowest;
        levels.add(hashes);
        var sha = Sha256.digest();
        while (levels.getLast().length > HASH) {
            levels.add(parents(sha, levels.getLast()));
        }
    }

    /** @param data of the leaves, in their order; it is read again for paths */
    public static MerkleTree over(List<byte[]> data) {
        return over(data, SMALL);
    }

    /** @param small up to how many leaves all levels are held */
    static MerkleTree over(List<byte[]> data, int small) {
        return data.size() <= small ? whole(data) : new MerkleTree(data, BLOCK_LEVELS, blocks(data));
    }

    private static MerkleTree whole(List<byte[]> data) {
        var sha = Sha256.digest();
        var hashes = new byte[data.size() * HASH];
        for (var i = 0; i < data.size(); i++) {
            sha.update((byte) 0);
            sha.update(data.get(i));
            finish(sha, hashes, i);
        }
        return new MerkleTree(data, 0, hashes);
    }

    private static byte[] blocks(List<byte[]> data) {
        var roots = new byte[(data.size() + BLOCK - 1) / BLOCK * HASH];
        for (var block = 0; block * HASH < roots.length; block++) {
            var root = whole(block(data, block)).root().bytes();
            System.arraycopy(root, 0, roots, block * HASH, HASH);
        }
        return roots;
    }

    private static List<byte[]> block(List<byte[]> data, int block) {
        return data.subList(block * BLOCK, Math.min(data.size(), (block + 1) * BLOCK));
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

    /** What it holds, beside the leaves. */
    public int bytes() {
        return levels.stream().mapToInt(level -> level.length).sum();
    }

    /** How many leaves. */
    public int size() {
        return size;
    }

    /** The root; of no leaves, the hash of nothing. */
    public Bytes32 root() {
        return size == 0 ? MerkleHashes.EMPTY : at(levels.getLast(), 0);
    }

    /**
     * The audit path of a leaf, from the bottom up.
     *
     * @throws IndexOutOfBoundsException for an index that is not a leaf's
     */
    public List<Bytes32> path(int index) {
        Objects.checkIndex(index, size);
        var path = new ArrayList<Bytes32>();
        if (lowest > 0) {
            path.addAll(whole(block(data, index / BLOCK)).path(index % BLOCK));
        }
        for (var level = 0; level < levels.size() - 1; level++) {
            var sibling = (index >> (lowest + level)) ^ 1;
            if (sibling < levels.get(level).length / HASH) {
                path.add(at(levels.get(level), sibling));
            }
        }
        return path;
    }

    private static Bytes32 at(byte[] level, int index) {
        var from = index * HASH;
        return Bytes32.of(Arrays.copyOfRange(level, from, from + HASH));
    }
}
