package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** Views that went through it all hold, row by row, what views made from the log afterwards hold; making them added nothing. */
final class ViewsAreAsRebuilt implements Property {

    @Override
    public String name() {
        return "views equal a rebuild, which records nothing";
    }

    @Override
    public Verdict check(Facts facts) {
        var kept = facts.evidence().kept();
        var rebuilt = facts.evidence().rebuilt();
        var violations = new ArrayList<String>();
        var tables = new TreeSet<>(kept.rows().keySet());
        tables.addAll(rebuilt.rows().keySet());
        for (var table : tables) {
            var here = kept.rows().getOrDefault(table, Set.of());
            var there = rebuilt.rows().getOrDefault(table, Set.of());
            there.stream().filter(row -> !here.contains(row)).forEach(row -> violations.add(table + " lacks " + row));
            here.stream()
                    .filter(row -> !there.contains(row))
                    .forEach(row -> violations.add(table + " has, and should not, " + row));
        }
        var head = facts.log().isEmpty() ? 0 : facts.log().getLast().position();
        if (facts.evidence().headAfterRebuild() != head) {
            violations.add("the rebuild moved the head from " + head + " to "
                    + facts.evidence().headAfterRebuild());
        }
        return new Verdict(
                name(),
                "%,d rows in %d tables, %,d differ".formatted(rebuilt.count(), tables.size(), violations.size()),
                violations);
    }
}
