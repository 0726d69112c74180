package io.parvis.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An instant win made again: its moments from the seed, and from them and the entries in their order who won. */
final class InstantCheck {

    private final CheckReport report;

    InstantCheck(CheckReport report) {
        this.report = report;
    }

    /** @return positions of those who hold a prize in the end, and which */
    Map<Long, Long> run(Proof proof, InstantWin instant) {
        rules(proof);
        entries(proof, instant);
        moments(proof, instant);
        winners(instant);
        return lapses(instant);
    }

    private void rules(Proof proof) {
        var first = proof.rules().getFirst();
        report.check(
                proof.rules().stream()
                        .allMatch(version -> version.opensAt().equals(first.opensAt())
                                && version.closesAt().equals(first.closesAt())
                                && version.prizes().equals(first.prizes())
                                && version.document().any("terms") instanceof JsonObject terms
                                && "instant-win".equals(terms.get("mechanic"))),
                "the rules say instant win, and period and prizes are the same in all versions",
                "the rules do not say instant win, or period or prizes were changed after the moments were committed"
                        + " to");
    }

    private void entries(Proof proof, InstantWin instant) {
        var last = proof.rules().getFirst().sincePosition();
        var closed = proof.closing().whole("position");
        var rules = proof.lastRules();
        var right = true;
        var unique = new HashSet<String>();
        for (var entry : instant.entries()) {
            var leaf = entry.leaf();
            right &= leaf.position() > last && leaf.position() < closed && unique.add(leaf.leaf());
            right &= !entry.at().isBefore(rules.opensAt()) && entry.at().isBefore(rules.closesAt());
            last = leaf.position();
        }
        var all = instant.entries().stream().map(InstantWin.Entry::leaf).collect(Collectors.toSet());
        right &= proof.moderation().stream().allMatch(act -> all.contains(act.entry()));
        report.check(
                right,
                instant.entries().size() + " entries, invalidated ones too, judged within the period",
                "the entries are not in order, stand twice, were judged outside the period, or one was invalidated that"
                        + " is not there");
    }

    private void moments(Proof proof, InstantWin instant) {
        var rules = proof.rules().getFirst();
        var told = instant.moments().stream()
                .map(moment -> new MomentsOfSeed.Due(moment.at(), moment.prize(), moment.unit()))
                .toList();
        report.check(
                rules.places() == told.size()
                        && MomentsOfSeed.of(proof.draw().hash("seed"), proof.contest(), rules)
                                .equals(told),
                told.size() + " winning moments are those of the seed, the period and the prizes",
                "the winning moments are not those of the seed, the period and the prizes");
    }

    /** In the order of the store: whoever comes after the first moment that is not taken wins it, and once only. */
    private void winners(InstantWin instant) {
        var moments = instant.moments();
        var fans = new HashSet<String>();
        var due = new ArrayList<@Nullable Long>();
        for (var entry : instant.entries()) {
            if (due.size() < moments.size()
                    && !entry.at().isBefore(moments.get(due.size()).at())
                    && fans.add(entry.leaf().fan())) {
                due.add(entry.leaf().position());
            }
        }
        var won = due.size();
        while (due.size() < moments.size()) {
            due.add(null);
        }
        List<@Nullable Long> told = new ArrayList<>();
        moments.forEach(moment -> told.add(moment.wonBy()));
        report.check(
                told.equals(due),
                won + " moments were each won by the first entry after it of a fan who had not won, and "
                        + (moments.size() - won) + " by nobody",
                "somebody else won than the first entry after a moment");
    }

    private Map<Long, Long> lapses(InstantWin instant) {
        var holders = new LinkedHashMap<Long, Long>();
        for (var moment : instant.moments()) {
            if (moment.wonBy() != null) {
                holders.put(moment.wonBy(), moment.prize());
            }
        }
        var last = -1L;
        var right = true;
        for (var lapse : instant.lapses()) {
            lapse.text("reason");
            lapse.time("at");
            var from = lapse.whole("from");
            var held = holders.remove(from);
            right &= held != null && held == lapse.whole("prize");
            right &= lapse.whole("position") > last && lapse.whole("position") > from;
            last = lapse.whole("position");
        }
        report.check(
                right,
                instant.lapses().size() + " prizes lapsed, each from its winner",
                "a prize lapsed that its winner did not hold");
        return holders;
    }
}
