package io.parvis.engagement.drawing;

import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is kept in memory of a contest whose entries are sealed: them, and what was drawn from them once that is asked for. */
final class SealedContest {

    /** With its place in the outcome. */
    private static final int BYTES_OF_AN_ENTRY = 76;

    private static final int BYTES_OF_AN_ACT = 300;
    private static final int BYTES_AT_LEAST = 4_000;

    private final Entries entries;
    private @Nullable Uni<DrawOutcome> outcome;
    private @Nullable BeaconValue with;

    SealedContest(Entries entries) {
        this.entries = entries;
    }

    Entries entries() {
        return entries;
    }

    /** Whoever asks for it with that beacon while it is being made, or later, gets the same; a failure is not kept. */
    synchronized Uni<DrawOutcome> outcome(@Nullable BeaconValue beacon, Supplier<Uni<DrawOutcome>> made) {
        if (outcome == null || !Objects.equals(with, beacon)) {
            with = beacon;
            outcome = made.get().onFailure().invoke(this::forget).memoize().indefinitely();
        }
        return outcome;
    }

    private synchronized void forget() {
        outcome = null;
    }

    /** About. */
    int bytes() {
        return Math.toIntExact(Math.min(
                Integer.MAX_VALUE,
                BYTES_AT_LEAST
                        + (long) entries.leaves().size() * BYTES_OF_AN_ENTRY
                        + entries.tree().bytes()
                        + (long) entries.moderation().size() * BYTES_OF_AN_ACT));
    }
}
