package io.parvis.engagement.draw;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The statement that is published when a contest has closed and before its beacon is known: which entries take part,
 * which were invalidated, under which rules and which promise.
 *
 * @param at when the store recorded the closing
 * @param position of the closing in the event store: no entry and no moderation after it
 * @param size of the tree under the root
 */
public record Closing(
        String contest,
        Instant at,
        long position,
        Bytes32 publicationSha256,
        Bytes32 rulesSha256,
        Bytes32 moderationSha256,
        Bytes32 merkleRoot,
        int size) {

    static final String FORMAT = "parvis-draw-closing-1";

    /**
     * @param tree over the valid leaves in the order of their positions
     * @param moderation every act, in the order of its position
     */
    public static Closing of(
            Publication publication,
            List<DrawRules.InForce> rules,
            List<Moderation> moderation,
            MerkleTree tree,
            Instant at,
            long position) {
        return new Closing(
                publication.contest(),
                at,
                position,
                publication.sha256(),
                CanonicalJson.sha256(rules.stream()
                        .map(version -> version.json(publication.contest()))
                        .toList()),
                CanonicalJson.sha256(moderation.stream().map(Moderation::json).toList()),
                tree.root(),
                tree.size());
    }

    /** Signed, ready to be published as JSON. */
    public Map<String, Object> signed(SigningKey key) {
        return key.sign(Map.of(
                "at", at.toString(),
                "contest", contest,
                "format", FORMAT,
                "merkleRoot", merkleRoot.hex(),
                "moderationSha256", moderationSha256.hex(),
                "position", position,
                "publicationSha256", publicationSha256.hex(),
                "rulesSha256", rulesSha256.hex(),
                "size", size));
    }
}
