package io.parvis.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each redraw takes a prize from who holds it to the next alternate that none has taken. */
final class RedrawCheck {

    private final CheckReport report;

    RedrawCheck(CheckReport report) {
        this.report = report;
    }

    /** @return positions of those who hold a prize in the end, and which */
    Map<Long, Long> run(Proof proof, List<Leaf> ranking) {
        var holders = new LinkedHashMap<Long, Long>();
        for (var winner : proof.draw().each("winners", "leaf", "position", "prize")) {
            holders.put(winner.whole("position"), winner.whole("prize"));
        }
        var next = holders.size();
        var last = proof.draw().whole("position");
        var lastAt = proof.draw().time("at");
        var right = true;
        for (var redraw : proof.redraws()) {
            right &= redraw.whole("position") > last && !redraw.time("at").isBefore(lastAt);
            last = redraw.whole("position");
            lastAt = redraw.time("at");
            redraw.text("reason");
            var prize = redraw.whole("prize");
            var held = holders.remove(redraw.whole("from"));
            right &= held != null && held == prize;
            if (next < ranking.size()) {
                var due = ranking.get(next++).position();
                right &= redraw.any("to") instanceof Long to && to == due;
                holders.put(due, prize);
            } else {
                right &= redraw.any("to") == null;
            }
        }
        report.check(
                right,
                proof.redraws().size() + " redraws, each to the next alternate",
                "a redraw does not take a prize from its holder to the next alternate");
        return holders;
    }
}
