package io.parvis.suite;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a process's heap held after each garbage collection, in MiB, as {@code -Xlog:gc} tells.
 *
 * @param full those after a collection of the whole heap, and otherwise of its young part
 */
record HeapLog(List<Integer> young, List<Integer> full) {

    private static final Pattern PAUSE = Pattern.compile("Pause (Young|Full).*? (\\d+)M->(\\d+)M\\(");

    static HeapLog of(String log) {
        return new HeapLog(after(log, "Young"), after(log, "Full"));
    }

    private static List<Integer> after(String log, String kind) {
        return PAUSE.matcher(log)
                .results()
                .filter(pause -> pause.group(1).equals(kind))
                .map(pause -> Integer.parseInt(pause.group(3)))
                .toList();
    }

    /** What was in use, at most: what is left after a collection of the whole heap; 0 where there was no need of one. */
    int mostInUse() {
        return most(full);
    }

    private static int most(List<Integer> left) {
        return left.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    public String toString() {
        return "%d of the young part, at most %d MiB left; of the whole heap: %s MiB left"
                .formatted(young.size(), most(young), full);
    }
}
