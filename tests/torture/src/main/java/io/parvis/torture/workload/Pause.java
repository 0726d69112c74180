package io.parvis.torture.workload;

import java.util.random.RandomGenerator;

/** People think between two acts, and wait before they ask again. */
final class Pause {

    private Pause() {}

    static void random(RandomGenerator random, long leastMillis, long mostMillis) {
        try {
            Thread.sleep(random.nextLong(leastMillis, mostMillis));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
