package io.parvis.verify;

import java.util.Map;

/** What the proof says, for a person: who holds what in the end, and why not those who were drawn first. */
final class Summary {

    private static final int MAX = 50;

    private final CheckReport report;

    Summary(CheckReport report) {
        this.report = report;
    }

    void say(Proof proof, Map<Long, Long> holders) {
        report.say("");
        report.say("contest " + Printable.of(proof.contest()) + ", entries by their positions:");
        var prizes = proof.lastRules().prizes();
        holders.entrySet().stream().limit(MAX).forEach(holder -> {
            var prize = holder.getValue().intValue();
            var name = prize < prizes.size() ? prizes.get(prize).name() : "?";
            report.say("  " + holder.getKey() + "  holds  " + Printable.of(name));
        });
        if (holders.size() > MAX) {
            report.say("  and " + (holders.size() - MAX) + " more");
        }
        var lost = proof.instant() == null ? proof.redraws() : proof.instant().lapses();
        lost.stream()
                .limit(MAX)
                .forEach(redraw -> report.say(
                        "  " + redraw.whole("from") + "  lost its prize: " + Printable.of(redraw.text("reason"))));
    }
}
