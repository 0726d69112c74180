package io.parvis.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the proof of an instant win has and that of a draw has not. */
record InstantWin(List<Entry> entries, List<Moment> moments, List<Fields> lapses) {

    static final String FORMAT = "parvis-instant-win-proof-1";

    /** @param at by which it was judged */
    record Entry(Leaf leaf, Instant at) {}

    /** @param wonBy position of the entry that won it; null where none did */
    record Moment(
            Instant at, long prize, long unit, @Nullable Long wonBy) {}

    static InstantWin of(Fields proof) {
        var entries = new ArrayList<Entry>();
        for (var item : proof.each("entries", "at", "fan", "leaf", "position")) {
            entries.add(new Entry(Leaf.of(item), item.time("at")));
        }
        var moments = new ArrayList<Moment>();
        for (var item : proof.each("moments", "at", "prize", "unit", "wonBy")) {
            var wonBy = item.any("wonBy") == null ? null : Long.valueOf(item.whole("wonBy"));
            moments.add(new Moment(item.time("at"), item.whole("prize"), item.whole("unit"), wonBy));
        }
        return new InstantWin(entries, moments, proof.each("lapses", "at", "from", "position", "prize", "reason"));
    }

    /** The entries that stand under the root: all but those whose last act of moderation took them out. */
    List<Leaf> valid(List<Proof.Act> moderation) {
        var out = new HashSet<Leaf>();
        for (var act : moderation) {
            if (act.invalidated()) {
                out.add(act.entry());
            } else {
                out.remove(act.entry());
            }
        }
        return entries.stream()
                .map(Entry::leaf)
                .filter(leaf -> !out.contains(leaf))
                .toList();
    }

    List<Long> wonBy() {
        return moments.stream().map(Moment::wonBy).filter(Objects::nonNull).toList();
    }
}
