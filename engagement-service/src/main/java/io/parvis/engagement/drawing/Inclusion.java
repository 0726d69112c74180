package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.InclusionProof;
import io.parvis.proofs.MerkleTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** That a leaf is one of those under a root: for the holder of a receipt, from the closing on. */
public record Inclusion(ContestId contest, Leaf leaf, int index, int size, Bytes32 root, List<Bytes32> path) {

    static final String FORMAT = "parvis-draw-inclusion-1";

    /** @param index the leaf's place among the valid ones, from 0 */
    public static Inclusion of(ContestId contest, MerkleTree tree, Leaf leaf, int index) {
        return new Inclusion(contest, leaf, index, tree.size(), tree.root(), tree.path(index));
    }

    /** As published. */
    public Map<String, Object> json() {
        return new TreeMap<>(Map.of(
                "contest", contest.value(),
                "entry", leaf.json(),
                "format", FORMAT,
                "index", index,
                "merkleRoot", root.hex(),
                "path", path.stream().map(Bytes32::hex).toList(),
                "size", size));
    }

    /** Whether the path leads from the leaf to the root of a tree of that size. */
    public boolean verifies() {
        return new InclusionProof(index, size, path).verifies(leaf.merkleData(), root);
    }
}
