package io.parvis.torture.check;

import java.util.List;

/**
 * What came of checking one property.
 *
 * @param numbers what it was checked on
 * @param violations what does not fit, one sentence each
 */
public record Verdict(String property, String numbers, List<String> violations) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
