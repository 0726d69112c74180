package io.parvis.engagement.contest.log;

import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.EntryInvalidated;
import io.parvis.engagement.contest.event.EntryReinstated;
import io.parvis.engagement.drawing.Entries;
import io.parvis.engagement.drawing.EntrySecret;
import io.parvis.engagement.drawing.Leaf;
import io.parvis.engagement.drawing.LeafIndex;
import io.parvis.engagement.drawing.Leaves;
import io.parvis.engagement.drawing.Moderation;
import io.parvis.engagement.drawing.Moderation.Act;
import io.parvis.proofs.Bytes32;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Entries as the draw knows them, from what the log says of them. */
public final class ContestEntries {

    private ContestEntries() {}

    /** What the leaf of an entry is made of. */
    public static EntrySecret secret(ContestEntered entered) {
        return new EntrySecret(
                entered.contestId(),
                entered.entryId(),
                Bytes32.parse(entered.fanPseudonym()),
                Bytes32.parse(entered.salt()));
    }

    /** Puts them together from the log, event by event. */
    static final class Gathering {

        private final Leaves all = new Leaves();
        private final LeafIndex places = new LeafIndex(all, Leaf::leaf);
        private final BitSet invalid = new BitSet();
        private final List<Moderation> moderation = new ArrayList<>();
        private int known;

        void add(Object event, Instant at, long position) {
            switch (event) {
                case ContestEntered entered -> {
                    var secret = secret(entered);
                    all.add(new Leaf(position, secret.leaf(), secret.fan()));
                }
                case EntryInvalidated gone -> {
                    int place = place(gone.leaf());
                    invalid.set(place);
                    moderated(Act.INVALIDATED, place, gone.reason(), at, position);
                }
                case EntryReinstated back -> {
                    int place = place(back.leaf());
                    invalid.clear(place);
                    moderated(Act.REINSTATED, place, back.reason(), at, position);
                }
                default -> {}
            }
        }

        /** Most contests are never moderated: where entries stand is looked up only then. */
        private int place(String leaf) {
            while (known < all.size()) {
                places.add(known++);
            }
            return places.of(Bytes32.parse(leaf));
        }

        private void moderated(Act act, int place, String reason, Instant at, long position) {
            moderation.add(new Moderation(act, all.get(place), position, at, reason));
        }

        Entries done() {
            all.remove(invalid);
            return Entries.of(all, moderation);
        }
    }
}
