package io.parvis.verify;

import java.util.Map;

/** Whether the holder of a receipt is in the draw; where not, the receipt is the evidence. */
final class ReceiptCheck {

    private final CheckReport report;

    ReceiptCheck(CheckReport report) {
        this.report = report;
    }

    /** @param given a receipt, or the answer to an entry with the receipt in it */
    void run(Object given, Proof proof, Map<String, String> keys) {
        var node =
                given instanceof JsonObject object && object.get("receipt") instanceof JsonObject inner ? inner : given;
        var receipt = Fields.of(
                node,
                "receipt",
                "at",
                "batch",
                "contest",
                "entry",
                "fan",
                "format",
                "keyId",
                "leaf",
                "position",
                "publicationSha256",
                "rulesSha256",
                "rulesVersion",
                "salt",
                "signature");
        receipt.constant("format", "parvis-draw-receipt-1");
        var genuine = report.check(
                ReceiptBatch.isSigned(receipt, keys),
                "the receipt is signed by the key",
                "the receipt is not signed by the key: it proves nothing (an older key? give it with --public-key, or"
                        + " the key set with --keys)");
        var mine = report.check(
                receipt.text("contest").equals(proof.contest()),
                "the receipt is of this contest",
                "the receipt is of another contest");
        var sound = report.check(
                leafOf(receipt).equals(receipt.hash("leaf")),
                "the receipt's leaf is made of its entry, fan and salt",
                "the receipt's leaf is not made of its entry, fan and salt");
        if (genuine && mine && sound) {
            promises(receipt, proof);
            inclusion(receipt, proof);
        }
    }

    private static String leafOf(Fields receipt) {
        return Hashes.sha256(Hashes.framed(
                Hashes.utf8("parvis-draw-leaf-1"),
                Hashes.utf8(receipt.text("contest")),
                Hashes.utf8(receipt.text("entry")),
                Hashes.hex(receipt.hash("fan")),
                Hashes.hex(receipt.hash("salt"))));
    }

    private void promises(Fields receipt, Proof proof) {
        report.check(
                CanonicalWriter.sha256(proof.publication().node()).equals(receipt.hash("publicationSha256")),
                "the seed commitment and beacon are those of the receipt",
                "the receipt CONVICTS the proof: another seed commitment or beacon was promised at entry");
        var version = receipt.whole("rulesVersion");
        var rules = proof.rules().stream()
                .filter(each -> each.sincePosition() < receipt.whole("position"))
                .reduce((earlier, later) -> later);
        report.check(
                rules.isPresent()
                        && rules.get().version() == version
                        && rules.get().sha256().equals(receipt.hash("rulesSha256")),
                "the rules in force at entry are those of the receipt (version " + version + ")",
                "the receipt CONVICTS the proof: other rules were in force at entry");
    }

    /** The time by which it was judged decides whether it came after a moment. */
    private void judged(Fields receipt, Leaf mine, InstantWin instant) {
        var at = receipt.time("at");
        report.check(
                instant.entries().stream()
                        .noneMatch(entry ->
                                entry.leaf().equals(mine) && !entry.at().equals(at)),
                "the entry was judged at the time of the receipt",
                "the receipt CONVICTS the list: its entry was judged at another time");
        report.note(
                instant.wonBy().contains(mine.position())
                        ? "the receipt's entry won: its answer must have said so"
                        : "the receipt's entry won nothing: its answer must have said so");
    }

    private void inclusion(Fields receipt, Proof proof) {
        var mine = Leaf.of(receipt);
        var act = proof.moderation().stream()
                .filter(each -> each.entry().equals(mine))
                .reduce((earlier, later) -> later);
        var in = proof.leaves().contains(mine);
        report.check(
                in || act.isPresent(),
                in ? "the receipt's entry is in the draw" : "the receipt's entry is accounted for",
                "the receipt CONVICTS the list: its entry was accepted, and is neither in the draw nor among the "
                        + "invalidated");
        if (!in && act.isPresent()) {
            report.note("the entry was invalidated: "
                    + Printable.of(act.get().fields().text("reason")));
        }
        if (proof.instant() != null) {
            judged(receipt, mine, proof.instant());
        }
        var fans = proof.leaves().stream()
                .filter(leaf -> leaf.fan().equals(mine.fan()))
                .count();
        report.note(fans + " entries in the draw carry this fan's pseudonym: there should be a receipt for each");
    }
}
