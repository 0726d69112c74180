package io.parvis.engagement.fan.personal;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Brings rows of the keys' schema under the keys in use, a few at a time. Whatever is done twice is done once. */
interface KeyRotationTask {

    /** Leaves of each table. */
    int LEAVES = 64;

    /** Rows at once. */
    int BATCH = 100;

    /**
     * @param changed how many rows are under the key in use now
     * @param left how many could not be changed
     * @param last where the next batch begins; null where the leaf is done
     */
    record Batch(int changed, int left, @Nullable String last) {}

    /** @param after {@link Batch#last} of the batch before; empty for the first of a leaf */
    Uni<Batch> next(int leaf, String after);
}
