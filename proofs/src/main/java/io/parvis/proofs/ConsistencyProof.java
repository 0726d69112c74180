package io.parvis.proofs;

import java.util.List;

/**
 * That a tree begins with all leaves of an earlier one, in their order: nothing was changed or taken out.
 *
 * @param from how many leaves the earlier tree has, 1 at least
 * @param to how many the later one has
 * @param path as RFC 6962 (2.1.2) has it
 */
public record ConsistencyProof(int from, int to, List<Bytes32> path) {

    /** Whether it leads from both roots to what they share (RFC 9162, 2.1.4.2). */
    public boolean verifies(Bytes32 earlierRoot, Bytes32 laterRoot) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        // Where the earlier tree is a whole subtree of the later one, its root is not said again.
        boolean whole = Integer.bitCount(from) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        int shared = Integer.numberOfTrailingZeros(from);
        int at = (from - 1) >> shared;
        int last = (to - 1) >> shared;
        var start = whole ? earlierRoot : path.getFirst();
        var earlier = start;
        var later = start;
        for (var hash : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (at % 2 == 1 || at == last) {
                earlier = MerkleHashes.parent(hash, earlier);
                later = MerkleHashes.parent(hash, later);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                later = MerkleHashes.parent(later, hash);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 && earlier.equals(earlierRoot) && later.equals(laterRoot);
    }
}
