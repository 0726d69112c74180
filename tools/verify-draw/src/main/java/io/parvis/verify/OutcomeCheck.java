package io.parvis.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The draw made again: ranked, one place per fan, winners by the prizes in their order, then every alternate. */
final class OutcomeCheck {

    private record Scored(byte[] score, Leaf leaf) implements Comparable<Scored> {
        @Override
        public int compareTo(Scored other) {
            var order = Arrays.compareUnsigned(score, other.score);
            return order != 0 ? order : Long.compare(leaf.position(), other.leaf.position());
        }
    }

    private final CheckReport report;

    OutcomeCheck(CheckReport report) {
        this.report = report;
    }

    /** @return the best entry of each fan, in order */
    List<Leaf> run(Proof proof) {
        var ranking = ranking(proof);
        var winners = (int) Math.min(proof.lastRules().places(), ranking.size());
        report.check(
                sameWinners(proof, ranking.subList(0, winners)),
                winners + " winners are those of seed, beacon and entries, each with the prize that is due",
                "the winners are not those of seed, beacon and entries, or their prizes not those that are due");
        var alternates = proof.draw().array("alternates");
        var due = ranking.subList(winners, ranking.size()).stream()
                .map(Leaf::position)
                .toList();
        report.check(
                alternates.equals(due),
                due.size() + " alternates follow in their order",
                "the alternates are not those that follow, or not in their order");
        return ranking;
    }

    private static List<Leaf> ranking(Proof proof) {
        var mac = Hashes.hmacSha256(Hashes.hex(proof.draw().hash("seed")));
        var before = Hashes.framed(BeaconCheck.value(proof), Hashes.utf8(proof.contest()));
        var scored = new Scored[proof.leaves().size()];
        for (var i = 0; i < scored.length; i++) {
            var leaf = proof.leaves().get(i);
            mac.update(before);
            scored[i] = new Scored(mac.doFinal(Hashes.framed(Hashes.hex(leaf.leaf()))), leaf);
        }
        Arrays.sort(scored);
        var fans = new HashSet<String>(2 * scored.length);
        var ranking = new ArrayList<Leaf>();
        for (var next : scored) {
            if (fans.add(next.leaf.fan())) {
                ranking.add(next.leaf);
            }
        }
        return ranking;
    }

    private static boolean sameWinners(Proof proof, List<Leaf> due) {
        var told = proof.draw().each("winners", "leaf", "position", "prize");
        if (told.size() != due.size()) {
            return false;
        }
        var prizes = proof.lastRules().prizes();
        var prize = 0;
        var given = 0L;
        for (var i = 0; i < due.size(); i++) {
            if (given == prizes.get(prize).quantity()) {
                prize++;
                given = 0;
            }
            given++;
            var leaf = due.get(i);
            var winner = told.get(i);
            if (!winner.hash("leaf").equals(leaf.leaf())
                    || winner.whole("position") != leaf.position()
                    || winner.whole("prize") != prize) {
                return false;
            }
        }
        return true;
    }
}
