package io.parvis.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a proof, each with exactly the members that the format has.
 *
 * @param draw of an instant win, its reveal: the seed, where and when
 * @param leaves the valid ones
 * @param instant what only an instant win has; null of a draw
 */
record Proof(
        JsonObject root,
        Fields closing,
        Fields draw,
        Fields key,
        List<Leaf> leaves,
        List<Act> moderation,
        Fields publication,
        List<Fields> redraws,
        List<Rules> rules,
        Fields seal,
        @Nullable InstantWin instant) {

    /** An entry taken out of the draw, or back in. */
    record Act(boolean invalidated, Leaf entry, Fields fields) {
        static Act of(Fields fields) {
            var act = fields.matching("act", "invalidated|reinstated", "\"invalidated\" or \"reinstated\"");
            fields.text("reason");
            return new Act(act.equals("invalidated"), Leaf.of(fields.in("entry", Leaf.FIELDS)), fields);
        }
    }

    private static final String DRAW_FORMAT = "parvis-draw-proof-1";
    private static final String HEX_16 = "[0-9a-f]{16}";
    private static final String[] STATEMENT = {
        "at",
        "contest",
        "format",
        "keyId",
        "merkleRoot",
        "moderationSha256",
        "position",
        "publicationSha256",
        "rulesSha256",
        "signature",
        "size"
    };

    static Fields closingStatement(Object node, String where) {
        var closing = Fields.of(node, where, STATEMENT);
        closing.constant("format", "parvis-draw-closing-1");
        closing.matching("keyId", HEX_16, "16 lower-case hex digits");
        return closing;
    }

    static Proof of(Object parsed) {
        if (!(parsed instanceof JsonObject root)) {
            throw new Malformed("It is JSON, but no object, so no proof.");
        }
        if (InstantWin.FORMAT.equals(root.get("format"))) {
            return ofInstantWin(root);
        }
        if (!DRAW_FORMAT.equals(root.get("format"))) {
            throw new Malformed("It is JSON, but no proof of a draw or of an instant win: its format is neither "
                    + DRAW_FORMAT + " nor " + InstantWin.FORMAT + ".");
        }
        return ofDraw(root);
    }

    private static Proof ofInstantWin(JsonObject root) {
        var proof = Fields.of(
                root,
                "proof",
                "closing",
                "entries",
                "format",
                "key",
                "lapses",
                "moderation",
                "moments",
                "publication",
                "reveal",
                "rules",
                "seal");
        var moderation = moderation(proof);
        var instant = InstantWin.of(proof);
        return new Proof(
                root,
                closingStatement(proof.any("closing"), "closing"),
                proof.in("reveal", "at", "position", "seed"),
                proof.in("key", "id", "publicKey"),
                instant.valid(moderation),
                moderation,
                publication(proof),
                List.of(),
                rules(proof),
                seal(proof),
                instant);
    }

    private static Proof ofDraw(JsonObject root) {
        var proof = Fields.of(
                root,
                "proof",
                "closing",
                "draw",
                "format",
                "key",
                "leaves",
                "moderation",
                "publication",
                "redraws",
                "rules",
                "seal");
        return new Proof(
                root,
                closingStatement(proof.any("closing"), "closing"),
                proof.in("draw", "alternates", "at", "beacon?", "position", "seed", "winners"),
                proof.in("key", "id", "publicKey"),
                leaves(proof),
                moderation(proof),
                publication(proof),
                proof.each("redraws", "at", "from", "position", "prize", "reason", "to"),
                rules(proof),
                seal(proof),
                null);
    }

    private static List<Act> moderation(Fields proof) {
        return proof.each("moderation", "act", "at", "entry", "position", "reason").stream()
                .map(Act::of)
                .toList();
    }

    private static Fields publication(Fields proof) {
        var publication = proof.in("publication", "beacon?", "contest", "format", "seedCommitment", "trust");
        publication.constant("format", "parvis-draw-publication-1");
        return publication;
    }

    private static List<Rules> rules(Fields proof) {
        return proof.each("rules", "document", "sha256", "since").stream()
                .map(Rules::of)
                .toList();
    }

    private static Fields seal(Fields proof) {
        var seal = proof.in("seal", "contest", "digest", "format", "keyId", "signature");
        seal.constant("format", "parvis-draw-seal-1");
        return seal;
    }

    private static List<Leaf> leaves(Fields proof) {
        var leaves = new ArrayList<Leaf>();
        for (var item : proof.array("leaves")) {
            leaves.add(Leaf.of(Fields.of(item, "leaves[" + leaves.size() + "]", Leaf.FIELDS)));
        }
        return leaves;
    }

    String contest() {
        return publication.text("contest");
    }

    Rules lastRules() {
        return rules.getLast();
    }
}
