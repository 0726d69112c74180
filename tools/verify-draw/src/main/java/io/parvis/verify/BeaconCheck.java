package io.parvis.verify;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who steered, if anybody: the round that decided had to be the one that was due. */
final class BeaconCheck {

    record Schedule(long genesis, long period) {
        Instant timeOf(long round) {
            return Instant.ofEpochSecond(genesis + (round - 1) * period);
        }

        /** The first round of which the time is later. */
        long firstAfter(Instant time) {
            var elapsed = time.getEpochSecond() - genesis;
            return elapsed < 0 ? 1 : elapsed / period + 2;
        }
    }

    private static final long MAX_ROUND = 1L << 45;
    private static final Map<String, Schedule> SCHEDULES = Map.of(
            "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", new Schedule(1_692_803_367L, 3),
            "drand:8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce", new Schedule(1_595_431_050L, 30));

    private final CheckReport report;

    BeaconCheck(CheckReport report) {
        this.report = report;
    }

    /** The bytes that go into the ranking. */
    static byte[] value(Proof proof) {
        if (!proof.draw().has("beacon")) {
            return new byte[0];
        }
        return Hashes.hex(proof.draw()
                .in("beacon", "round", "value")
                .matching("value", "([0-9a-f]{2}){1,128}", "lower-case hex of 1 to 128 bytes"));
    }

    void run(Proof proof) {
        var named = proof.publication().has("beacon");
        var trust = proof.publication()
                .matching("trust", "public-beacon|operator-trusted", "\"public-beacon\" or \"operator-trusted\"");
        var asPromised = report.check(
                named == trust.equals("public-beacon") && named == proof.draw().has("beacon"),
                named ? "a beacon was named, and drawn with" : "no beacon was named, and none drawn with",
                "the beacon named and the one drawn with do not agree");
        if (!named) {
            report.note(
                    "operator-trusted: whoever knows the seed early can foresee this draw, and choose entries by it");
        } else if (asPromised) {
            beacon(proof);
        }
    }

    private void beacon(Proof proof) {
        var named = proof.publication().in("beacon", "firstRound", "source");
        var drawn = proof.draw().in("beacon", "round", "value");
        var source = named.text("source");
        var first = named.whole("firstRound");
        var round = drawn.whole("round");
        if (first < 1 || round > MAX_ROUND || first > MAX_ROUND) {
            throw new Malformed("The rounds of the beacon are out of range.");
        }
        scheduled(proof, SCHEDULES.get(source), first, round);
        report.note("look the value up yourself: round " + round + " of " + Printable.of(source) + " is said to be "
                + drawn.text("value") + address(source, round));
    }

    private void scheduled(Proof proof, @Nullable Schedule schedule, long first, long round) {
        if (schedule == null) {
            report.check(
                    round >= first,
                    "round " + round + " is not before the first admissible one, " + first,
                    "round " + round + " is before the first admissible one, " + first);
            report.note("the schedule of this source is not known here: whether the round was later than the closing "
                    + "cannot be checked" + (round > first ? ", nor why a later round than the first was taken" : ""));
            return;
        }
        var due = Math.max(first, schedule.firstAfter(proof.closing().time("at")));
        report.check(
                round == due,
                "round " + round + " (" + schedule.timeOf(round) + ") is the first admissible one after the closing",
                "round " + round + " (" + schedule.timeOf(round) + ") is not the one that was due, " + due);
        report.check(
                !proof.draw().time("at").isBefore(schedule.timeOf(round)),
                "drawn after that round was published",
                "drawn before that round was published");
    }

    private static String address(String source, long round) {
        return SCHEDULES.containsKey(source)
                ? " (https://api.drand.sh/" + source.substring("drand:".length()) + "/public/" + round
                        + ", \"randomness\")"
                : "";
    }
}
