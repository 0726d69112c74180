package io.parvis.verify;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** The closing statement binds what was known then; and nothing happened in an order in which it cannot. */
final class ClosingCheck {

    private final CheckReport report;
    private final TrustedValues pins;

    ClosingCheck(CheckReport report, TrustedValues pins) {
        this.report = report;
        this.pins = pins;
    }

    void run(Proof proof, Map<String, String> keys) {
        var closing = proof.closing();
        report.check(
                closing.text("contest").equals(proof.contest())
                        && hashes(proof, "publication", "publicationSha256")
                        && hashes(proof, "rules", "rulesSha256")
                        && hashes(proof, "moderation", "moderationSha256"),
                "the closing names this publication, these rules and these invalidations",
                "the closing names another publication, other rules or other invalidations");
        report.check(
                SignedStatement.isSigned(closing, keys),
                "the closing is signed by the key",
                "the closing is not signed by the key");
        pinned(proof, keys);
        times(proof);
    }

    private static boolean hashes(Proof proof, String member, String field) {
        return CanonicalWriter.sha256(proof.root().get(member))
                .equals(proof.closing().hash(field));
    }

    private void pinned(Proof proof, Map<String, String> keys) {
        if (pins.closing() == null) {
            return;
        }
        var pinned = Proof.closingStatement(pins.closing(), "the closing statement given");
        var same = Arrays.equals(
                CanonicalWriter.bytes(pinned.node().without("signature").without("keyId")),
                CanonicalWriter.bytes(
                        proof.closing().node().without("signature").without("keyId")));
        report.check(
                same,
                "the closing is the one given",
                "the closing is not the one given"
                        + (SignedStatement.isSigned(pinned, keys)
                                ? ", which is signed too: two closings were signed"
                                : ""));
    }

    private void times(Proof proof) {
        var closedAt = proof.closing().time("at");
        var due = proof.lastRules().closesAt();
        report.check(
                !closedAt.isBefore(due),
                "closed at " + closedAt + ", " + Duration.between(due, closedAt).toSeconds()
                        + " s after the time of the rules",
                "closed at " + closedAt + ", before the time of the rules, " + due);
        var closed = proof.closing().whole("position");
        var draw = proof.draw();
        report.check(
                proof.lastRules().sincePosition() < closed
                        && closed < draw.whole("position")
                        && !proof.lastRules().sinceAt().isAfter(closedAt)
                        && !draw.time("at").isBefore(closedAt),
                "rules, closing and drawing follow each other",
                "rules, closing and drawing do not follow each other");
    }
}
