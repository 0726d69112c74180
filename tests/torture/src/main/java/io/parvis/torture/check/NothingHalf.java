package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A batch is there whole or not at all: the last one of each writer, which the store remembers with the position of the last
 * event of each append. What lies between two of these was recorded with them.
 */
final class NothingHalf implements Property {

    @Override
    public String name() {
        return "nothing half there (last batch of each writer)";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        int appends = 0;
        var log = facts.log();
        for (var batch : facts.evidence().batches()) {
            long before = 0;
            for (long position : batch.verdicts()) {
                if (position == 0) {
                    continue;
                }
                appends++;
                for (long one = before == 0 ? position : before + 1; one <= position; one++) {
                    if (!isOf(batch, one, log)) {
                        violations.add("the event at " + one + " is not there, or not of this batch: " + batch);
                    }
                }
                before = position;
            }
        }
        return new Verdict(
                name(),
                "%,d writers, %,d appends, %,d missing"
                        .formatted(facts.evidence().batches().size(), appends, violations.size()),
                violations);
    }

    private static boolean isOf(Batch batch, long position, List<LogEvent> log) {
        if (position > log.size()) {
            return false;
        }
        var event = log.get((int) position - 1);
        return event.position() == position && event.recordedAt().equals(batch.recordedAt());
    }
}
