package io.parvis.engagement.drawing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** That a leaf is one of those under a root: for the holder of a receipt, from the closing on. */
public record Inclusion(String contest, Leaf leaf, int index, int size, Bytes32 root, List<Bytes32> path) {

    static final String FORMAT = "parvis-draw-inclusion-1";

    /** @param index the leaf's place among the valid ones, from 0 */
    public static Inclusion of(String contest, MerkleTree tree, Leaf leaf, int index) {
        return new Inclusion(contest, leaf, index, tree.size(), tree.root(), tree.path(index));
    }

    /** As published. */
    public Map<String, Object> json() {
        return new TreeMap<>(Map.of(
                "contest", contest,
                "entry", leaf.json(),
                "format", FORMAT,
                "index", index,
                "merkleRoot", root.hex(),
                "path", path.stream().map(Bytes32::hex).toList(),
                "size", size));
    }

    /** Whether the path leads from the leaf to the root of a tree of that size (RFC 9162, 2.1.3.2). */
    public boolean verifies() {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = merkle((byte) 0, leaf.merkleData(), new byte[0]);
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                hash = merkle((byte) 1, sibling.bytes(), hash.bytes());
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = merkle((byte) 1, hash.bytes(), sibling.bytes());
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && hash.equals(root);
    }

    private static Bytes32 merkle(byte prefix, byte[] left, byte[] right) {
        var sha = Sha256.digest();
        sha.update(prefix);
        sha.update(left);
        sha.update(right);
        return Bytes32.of(sha.digest());
    }
}
