package io.parvis.proofs;

import java.util.List;

/**
 * That a leaf is one of those under a root.
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param path the audit path, from the bottom up
 */
public record InclusionProof(int index, int size, List<Bytes32> path) {

    /** Whether the path leads from the leaf to the root of a tree of that size (RFC 9162, 2.1.3.2). */
    public boolean verifies(byte[] leaf, Bytes32 root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = MerkleHashes.leaf(leaf);
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                hash = MerkleHashes.parent(sibling, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = MerkleHashes.parent(hash, sibling);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && hash.equals(root);
    }
}
