package io.parvis.torture.check;

import java.util.ArrayList;

/**
 * A batch is there whole or not at all. No command of the suite records several events, so what can be half there is
 * what the store writes at once: the last batch of each writer, which it remembers with the position of each append.
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
            long expected = 0;
            for (long position : batch.verdicts()) {
                if (position == 0) {
                    continue;
                }
                appends++;
                if (expected != 0 && position != expected) {
                    violations.add("not contiguous: " + batch);
                }
                expected = position + 1;
                var there = position <= log.size()
                        && log.get((int) position - 1).position() == position
                        && log.get((int) position - 1).recordedAt().equals(batch.recordedAt());
                if (!there) {
                    violations.add("the event at " + position + " is not there, or not of this batch: " + batch);
                }
            }
        }
        return new Verdict(
                name(),
                "%,d writers, %,d appends, %,d missing"
                        .formatted(facts.evidence().batches().size(), appends, violations.size()),
                violations);
    }
}
