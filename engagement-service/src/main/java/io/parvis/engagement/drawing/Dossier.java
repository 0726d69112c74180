package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contest in the draw's own terms, as far as it has come. */
public interface Dossier {

    ContestId contestId();

    /** Null before publication. */
    @Nullable
    Publication publication();

    /** The seed that was committed to at publication. */
    SealedSeed sealedSeed();

    /** Every published version, in order. */
    List<DrawRules.InForce> rules();

    /** Null before the closing. */
    @Nullable
    Instant closedAt();

    /** 0 before the closing. */
    long closedPosition();

    /** Null until the entries are sealed. */
    @Nullable
    Closing closing();

    /** Null until it is drawn. */
    @Nullable
    Drawn drawn();
}
