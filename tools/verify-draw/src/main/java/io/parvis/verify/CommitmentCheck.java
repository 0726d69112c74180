package io.parvis.verify;

import java.util.List;
import java.util.Objects;

/** What was promised before the first entry: the seed's commitment, the beacon, and each version of the rules. */
final class CommitmentCheck {

    private final CheckReport report;
    private final TrustedValues pins;

    CommitmentCheck(CheckReport report, TrustedValues pins) {
        this.report = report;
        this.pins = pins;
    }

    void run(Proof proof) {
        seed(proof);
        rules(proof);
    }

    private void seed(Proof proof) {
        var committed = proof.publication().hash("seedCommitment");
        var pinned = pins.seedCommitment();
        if (pinned == null) {
            report.note("no --seed-commitment: nothing here shows that the seed was committed to before the entries");
        } else {
            report.check(
                    committed.equals(pinned),
                    "the seed commitment is the pinned one",
                    "the seed commitment is not the pinned one: this is not the draw that was promised");
        }
        report.check(
                Hashes.sha256(Hashes.hex(proof.draw().hash("seed"))).equals(committed),
                "the seed is the one committed to",
                "the seed is not the one committed to");
    }

    private void rules(Proof proof) {
        var rules = proof.rules();
        if (rules.isEmpty()) {
            throw new Malformed("There are no rules.");
        }
        report.check(
                rules.stream().allMatch(Rules::hasItsHash),
                rules.size()
                        + (rules.size() == 1
                                ? " version of the rules has its hash"
                                : " versions of the rules have their hashes"),
                "a version of the rules does not have its hash");
        report.check(
                areInOrder(rules, proof.contest()),
                "the rules are of this contest, their versions in order",
                "the rules are not of this contest, or their versions not in order");
        if (rules.stream().map(Rules::closesAt).distinct().count() > 1) {
            report.note("the closing time was changed while the contest ran: compare the versions of the rules");
        }
        if (rules.stream().map(Rules::prizes).distinct().count() > 1) {
            report.note("the prizes were changed while the contest ran: compare the versions of the rules");
        }
    }

    private static boolean areInOrder(List<Rules> rules, String contest) {
        for (var i = 0; i < rules.size(); i++) {
            var version = rules.get(i);
            var before = i == 0 ? null : rules.get(i - 1);
            if (version.version() != i + 1
                    || !Objects.equals(version.document().text("contest"), contest)
                    || !version.closesAt().isAfter(version.opensAt())
                    || (before != null && version.sincePosition() <= before.sincePosition())
                    || (before != null && version.sinceAt().isBefore(before.sinceAt()))) {
                return false;
            }
        }
        return true;
    }
}
