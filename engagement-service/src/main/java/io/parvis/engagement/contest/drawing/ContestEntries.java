package io.parvis.engagement.contest.drawing;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.draw.Bytes32;
import io.parvis.engagement.draw.Closing;
import io.parvis.engagement.draw.EntrySecret;
import io.parvis.engagement.draw.Leaf;
import io.parvis.engagement.draw.MerkleTree;
import io.parvis.engagement.draw.Moderation;
import io.parvis.engagement.draw.Moderation.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who takes part in a draw: all valid entries of a contest in order, and what was done to them. About 250 bytes an
 * entry while it is put together, and 200 afterwards.
 *
 * @param leaves the valid ones, in the order of their positions
 * @param moderation every act, in the order of its position
 * @param tree over the leaves
 */
public record ContestEntries(List<Leaf> leaves, List<Moderation> moderation, MerkleTree tree) {

    /** What the leaf of an entry is made of. */
    public static EntrySecret secret(ContestEntered entered) {
        return new EntrySecret(
                entered.contestId(),
                entered.entryId(),
                Bytes32.parse(entered.fanPseudonym()),
                Bytes32.parse(entered.salt()));
    }

    /** The statement that closes a contest with these entries. */
    public Closing closing(ContestFile file) {
        return Closing.of(
                Objects.requireNonNull(file.publication()),
                file.rules(),
                moderation,
                tree,
                Objects.requireNonNull(file.closedAt()),
                file.closedPosition());
    }

    /** Puts them together from the log, event by event. */
    static final class Gathering {

        private final Map<Bytes32, Leaf> all = new LinkedHashMap<>();
        private final Set<Bytes32> invalid = new HashSet<>();
        private final List<Moderation> moderation = new ArrayList<>();

        void add(Object event, Instant at, long position) {
            switch (event) {
                case ContestEntered entered -> {
                    var secret = secret(entered);
                    var leaf = secret.leaf();
                    all.put(leaf, new Leaf(position, leaf, secret.fan()));
                }
                case EntryInvalidated gone -> {
                    var leaf = Bytes32.parse(gone.leaf());
                    invalid.add(leaf);
                    moderated(Act.INVALIDATED, leaf, gone.reason(), at, position);
                }
                case EntryReinstated back -> {
                    var leaf = Bytes32.parse(back.leaf());
                    invalid.remove(leaf);
                    moderated(Act.REINSTATED, leaf, back.reason(), at, position);
                }
                default -> {}
            }
        }

        private void moderated(Act act, Bytes32 leaf, String reason, Instant at, long position) {
            moderation.add(new Moderation(act, Objects.requireNonNull(all.get(leaf)), position, at, reason));
        }

        ContestEntries done() {
            var leaves = all.values().stream()
                    .filter(leaf -> !invalid.contains(leaf.leaf()))
                    .toList();
            return new ContestEntries(leaves, List.copyOf(moderation), MerkleTree.of(leaves));
        }
    }
}
