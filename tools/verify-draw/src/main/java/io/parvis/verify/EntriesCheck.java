package io.parvis.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Which entries take part: in order, each once, those invalidated not among them, and all of it under the root. */
final class EntriesCheck {

    private final CheckReport report;
    private final TrustedValues pins;

    EntriesCheck(CheckReport report, TrustedValues pins) {
        this.report = report;
        this.pins = pins;
    }

    void run(Proof proof) {
        order(proof);
        moderation(proof);
        root(proof);
    }

    private void order(Proof proof) {
        var first = proof.rules().getFirst().sincePosition();
        var closed = proof.closing().whole("position");
        var last = first;
        var inOrder = true;
        var unique = new HashSet<String>(2 * proof.leaves().size());
        for (var leaf : proof.leaves()) {
            inOrder &= leaf.position() > last && leaf.position() < closed;
            last = leaf.position();
            unique.add(leaf.leaf());
        }
        report.check(
                inOrder,
                proof.leaves().size() + " entries in the order of their positions, all between publication and closing",
                "the entries are not in the order of their positions, or not all between publication and closing");
        report.check(
                unique.size() == proof.leaves().size(), "every leaf stands there once", "a leaf stands there twice");
    }

    private void moderation(Proof proof) {
        var closed = proof.closing().whole("position");
        var states = new HashMap<Long, Proof.Act>();
        var last = -1L;
        var consistent = true;
        for (var act : proof.moderation()) {
            var position = act.fields().whole("position");
            var before = states.put(act.entry().position(), act);
            consistent &= position > last
                    && position < closed
                    && position > act.entry().position();
            consistent &= !act.fields().time("at").isAfter(proof.closing().time("at"));
            consistent &= before == null
                    ? act.invalidated()
                    : act.invalidated() != before.invalidated() && act.entry().equals(before.entry());
            last = position;
        }
        consistent &= agree(proof, states);
        var out = states.values().stream().filter(Proof.Act::invalidated).count();
        report.check(
                consistent,
                "what was invalidated (" + out + ") or reinstated was so before the closing, and the list agrees",
                "invalidations and reinstatements contradict each other, the list, or came after the closing");
    }

    private static boolean agree(Proof proof, Map<Long, Proof.Act> states) {
        var reinstated = 0;
        for (var leaf : proof.leaves()) {
            var act = states.get(leaf.position());
            if (act != null && (act.invalidated() || !act.entry().equals(leaf))) {
                return false;
            }
            reinstated += act == null ? 0 : 1;
        }
        return reinstated
                == states.values().stream().filter(act -> !act.invalidated()).count();
    }

    private void root(Proof proof) {
        var closing = proof.closing();
        var computed =
                MerkleRoot.of(proof.leaves().stream().map(Leaf::merkleData).iterator());
        report.check(
                computed.equals(closing.hash("merkleRoot"))
                        && closing.whole("size") == proof.leaves().size(),
                "the Merkle root and size of the closing are those of the entries",
                "the Merkle root or size of the closing is not that of the entries");
        var pinned = pins.root();
        if (pinned == null) {
            report.note(
                    "no --root: nothing here shows that the entries were fixed before the seed and beacon were known");
        } else {
            report.check(
                    computed.equals(pinned),
                    "the Merkle root is the pinned one",
                    "the Merkle root is not the pinned one: these are not the entries that were published at the"
                            + " closing");
        }
    }
}
