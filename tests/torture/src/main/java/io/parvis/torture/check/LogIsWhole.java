package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.HashSet;

/** Positions run from 1 without a gap, the store's time never goes back, and the tag table says what the events say. */
final class LogIsWhole implements Property {

    @Override
    public String name() {
        return "log without gaps, time in order, tags complete";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        var log = facts.log();
        var carried = new HashSet<TagRow>();
        for (int i = 0; i < log.size(); i++) {
            var event = log.get(i);
            if (event.position() != i + 1) {
                violations.add("position " + event.position() + " stands where " + (i + 1) + " should");
            }
            if (i > 0 && event.recordedAt().isBefore(log.get(i - 1).recordedAt())) {
                violations.add("recorded before its predecessor: " + event);
            }
            event.tags().forEach(tag -> carried.add(new TagRow(tag, event.position())));
        }
        var tags = facts.evidence().tags();
        carried.stream()
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> violations.add("not in the tag table: " + tag));
        tags.stream()
                .filter(tag -> !carried.contains(tag))
                .forEach(tag -> violations.add("carried by no event: " + tag));
        return new Verdict(
                name(),
                "%,d events, %,d tags, %,d wrong".formatted(log.size(), tags.size(), violations.size()),
                violations);
    }
}
