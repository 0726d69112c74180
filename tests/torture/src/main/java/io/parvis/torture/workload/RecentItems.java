package io.parvis.torture.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The newest items, so that clients pick the same ones. */
final class RecentItems<T> {

    private final int capacity;
    private final List<T> kept = new ArrayList<>();
    private int next;

    RecentItems(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(T one) {
        if (kept.size() < capacity) {
            kept.add(one);
        } else {
            kept.set(next, one);
            next = (next + 1) % capacity;
        }
    }

    synchronized @Nullable T pick(RandomGenerator random) {
        return kept.isEmpty() ? null : kept.get(random.nextInt(kept.size()));
    }
}
