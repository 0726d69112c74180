package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.CanonicalJson;
import io.parvis.proofs.MerkleTree;
import io.parvis.proofs.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statement that is published when a contest has closed and before its beacon is known: which entries take part,
 * which were invalidated, under which rules and which promise.
 *
 * @param at when the store recorded the closing
 * @param position of the closing in the event store: no entry and no moderation after it
 * @param size of the tree under the root
 */
public record Closing(
        ContestId contest,
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
                CanonicalJson.sha256OfArray(rules.stream().map(version -> version.json(publication.contest()))),
                CanonicalJson.sha256OfArray(moderation.stream().map(Moderation::json)),
                tree.root(),
                tree.size());
    }

    /** Signed, ready to be published as JSON. */
    public Map<String, Object> signed(SigningKey key) {
        return key.sign(json());
    }

    private Map<String, Object> json() {
        return Map.of(
                "at", at.toString(),
                "contest", contest.value(),
                "format", FORMAT,
                "merkleRoot", merkleRoot.hex(),
                "moderationSha256", moderationSha256.hex(),
                "position", position,
                "publicationSha256", publicationSha256.hex(),
                "rulesSha256", rulesSha256.hex(),
                "size", size);
    }

    /**
     * What a proof of this closing follows from, and its bytes with it, as one hash.
     *
     * @param format of the proof
     * @param later what happened to its prizes since
     */
    public Bytes32 fingerprint(String format, Drawn drawn, Stream<?> later, SigningKey key) {
        var beacon = drawn.beacon();
        return CanonicalJson.sha256(List.of(
                format,
                key.id(),
                json(),
                drawn.at().toString(),
                drawn.position(),
                CanonicalJson.sha256(drawn.seed().reveal()).hex(),
                beacon == null ? "" : beacon.round() + " " + beacon.value(),
                CanonicalJson.sha256OfArray(later).hex()));
    }
}
