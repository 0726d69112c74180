package io.parvis.verify;

import java.util.Map;

/** All checks, in the order in which the document describes them. */
final class Verification {

    private final CheckReport report;
    private final TrustedValues pins;

    Verification(CheckReport report, TrustedValues pins) {
        this.report = report;
        this.pins = pins;
    }

    void run(byte[] bytes) {
        var parsed = JsonParser.parse(bytes);
        var canonical = new ComparingOutputStream(bytes);
        CanonicalWriter.write(parsed, canonical);
        report.check(
                canonical.isSame(),
                "canonical JSON (RFC 8785), " + bytes.length + " bytes",
                "not canonical JSON (RFC 8785): it differs from byte " + canonical.firstDifference() + " on");
        if (parsed == null) {
            throw new Malformed("It is JSON, but no proof.");
        }
        var proof = Proof.of(parsed);
        var keys = new KeysCheck(report, pins).run(proof);
        seal(proof, keys);
        new CommitmentCheck(report, pins).run(proof);
        new EntriesCheck(report, pins).run(proof);
        new ClosingCheck(report, pins).run(proof, keys);
        new BeaconCheck(report).run(proof);
        var holders = holders(proof);
        if (pins.receipt() != null) {
            new ReceiptCheck(report).run(pins.receipt(), proof, keys);
        }
        new Summary(report).say(proof, holders);
    }

    /** @return positions of the entries that hold a prize in the end, and which */
    private Map<Long, Long> holders(Proof proof) {
        if (proof.instant() != null) {
            return new InstantCheck(report).run(proof, proof.instant());
        }
        return new RedrawCheck(report).run(proof, new OutcomeCheck(report).run(proof));
    }

    private void seal(Proof proof, Map<String, String> keys) {
        var seal = proof.seal();
        report.check(
                CanonicalWriter.sha256(proof.root().without("seal")).equals(seal.hash("digest")),
                "the digest is that of all that stands before it",
                "the digest is not that of what stands before it: something was changed");
        report.check(
                SignedStatement.isSigned(seal, keys) && seal.text("contest").equals(proof.contest()),
                "the seal is signed by the key",
                "the seal is not signed by the key");
    }
}
