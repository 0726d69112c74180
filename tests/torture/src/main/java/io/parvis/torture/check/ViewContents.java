package io.parvis.torture.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All rows of all view tables, as text. */
public record ViewContents(Map<String, Set<String>> rows) {

    public ViewContents {
        rows = new TreeMap<>(rows);
    }

    int count() {
        return rows.values().stream().mapToInt(Set::size).sum();
    }
}
