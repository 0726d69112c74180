package io.parvis.engagement.drawing;

import io.parvis.proofs.MerkleTree;
import java.util.List;
import java.util.Objects;

/**
 * Who takes part in a draw: all valid entries of a contest in order, and what was done to them. Some 75 bytes an entry,
 * and a hundred more for each act.
 *
 * @param leaves the valid ones, in the order of their positions
 * @param moderation every act, in the order of its position
 * @param tree over the leaves
 */
public record Entries(List<Leaf> leaves, List<Moderation> moderation, MerkleTree tree) {

    public static Entries of(List<Leaf> leaves, List<Moderation> moderation) {
        return new Entries(leaves, List.copyOf(moderation), Leaves.tree(leaves));
    }

    /** The statement that closes a contest with these entries. */
    public Closing closing(Dossier contest) {
        return Closing.of(
                Objects.requireNonNull(contest.publication()),
                contest.rules(),
                moderation,
                tree,
                Objects.requireNonNull(contest.closedAt()),
                contest.closedPosition());
    }
}
